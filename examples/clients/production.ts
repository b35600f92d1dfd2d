// A client as you would run it for others: approvals by rules, limits, a cache, bounds for nesting, a log and telemetry around a
// hybrid flow, in which a server asks for folders, a decision and a text. Limits are counted in Redis or Valkey where REDIS_URL is. SDK v2.
import assert from "node:assert/strict";
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { createSamplingHandler } from "@modelpref/adapters";
import { approvals, describeRequestQuestion } from "@modelpref/adapters/approval";
import { cache } from "@modelpref/adapters/cache";
import { limits } from "@modelpref/adapters/limits";
import { decisionLog, type LogEntry } from "@modelpref/adapters/log";
import { nesting } from "@modelpref/adapters/nesting";
import { registerSampling } from "@modelpref/adapters/sdk-v2";
import { telemetry } from "@modelpref/adapters/telemetry";
import { openModels } from "../open-models.ts";
import { textOf } from "../text-of.ts";

const models = await openModels();
const { router, backends } = models;

const file = join(tmpdir(), `decisions-${process.pid}.ndjson`);
const log = decisionLog({ file });
const bounds = limits({
  store: process.env["REDIS_URL"],
  total: { usd: { day: 1 } },
  servers: { "*": { requests: { minute: 30 }, usd: { hour: 0.1 } } },
});
let isCalling = false;
const sampling = createSamplingHandler({
  router,
  backends,
  server: "essay", // a name of yours: policy, limits and cache go by it
  ...approvals({
    isInToolCall: () => isCalling,
    rules: [{ ask: { firstUse: true, worstOverUsd: 0.01 }, answers: "never" }],
    ask: {
      // In earnest: terminalApproval(), or elicitationApproval(elicit).
      askRequest: (question) => {
        if (!models.areReal) console.log(describeRequestQuestion(question, 72).join("\n"));
        return { action: "allow", remember: question.canRemember };
      },
      askAnswer: () => ({ action: "refuse" }),
    },
  }),
  practices: [
    telemetry({ transport: "pipe" }), // to the SDK that the program starts, if it does
    log,
    nesting({ maxDepth: 2, budgetUsd: 0.05 }),
    bounds,
    cache({ always: true }), // here the same notes may get the same essay
  ],
});

const client = new Client(
  { name: "production", version: "1.0.0" },
  { capabilities: { roots: {}, elicitation: { form: {} } }, versionNegotiation: { mode: "auto" } },
);
client.setRequestHandler("roots/list", () => {
  console.log("  the server asks for folders: one");
  return { roots: [{ uri: pathToFileURL(resolve("model-server")).href, name: "notes" }] };
});
client.setRequestHandler("elicitation/create", ({ params }) => {
  console.log(`  the server asks: ${params.message} calm`);
  return { action: "accept", content: { tone: "calm" } };
});
registerSampling(client, sampling);
await client.connect(new StdioClientTransport({ command: process.execPath, args: ["dist/servers/essay.js"] }));

const essays: string[] = [];
for (const time of ["first", "second"]) {
  console.log(`the ${time} time`);
  isCalling = true;
  essays.push(textOf(await client.callTool({ name: "write_essay" })));
  isCalling = false;
  if (!models.areReal) console.log(`  ${essays.at(-1)}`);
}
await Promise.all([client.close(), models.close(), bounds.close(), log.flush()]);

// What the log tells of it; `route-explain --actual` compares more of it.
const entries: LogEntry[] = readFileSync(file, "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => JSON.parse(line));
rmSync(file);
const answers = entries.map(({ outcome }) => outcome.attempts.at(-1));
if (!models.areReal) for (const one of answers) console.log(one?.model, one?.cached ? "from the cache" : "called");
assert.equal(essays[0], essays[1]);
assert.deepEqual(
  answers.map((one) => one?.cached === true),
  [false, true],
);
