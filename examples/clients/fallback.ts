// What fails is survived: a model that cannot be reached, one that refuses the key, and the next of the ranking answers.
// SDK v1.
import assert from "node:assert/strict";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { createSamplingHandler, type Outcome, openaiCompatible } from "@modelpref/adapters";
import { registerSampling } from "@modelpref/adapters/sdk-v1";
import { createRouter } from "@modelpref/router";
import { startModelServer } from "../model-server/server.ts";
import { textOf } from "../text-of.ts";

const stopped = await startModelServer();
await stopped.stop();
const locked = await startModelServer({ apiKey: "a key that nobody gave us" });
const open = await startModelServer();

// The best model is on a server that is down, the second behind a key. The router does not know that, and need not.
const router = createRouter({
  models: [
    { id: "stopped/ngram-3", intelligence: { score: 90 } },
    { id: "locked/ngram-3", intelligence: { score: 60 } },
    { id: "open/ngram-2", intelligence: { score: 30 } },
  ],
});
let told: Outcome | undefined;

const handler = createSamplingHandler({
  router,
  backends: {
    stopped: openaiCompatible({ baseURL: stopped.baseURL }),
    locked: openaiCompatible({ baseURL: locked.baseURL }),
    open: openaiCompatible({ baseURL: open.baseURL }),
  },
  approveRequest: "allow",
  // At most three models, and fifteen seconds in all. A refusal by the user is never tried elsewhere.
  maxAttempts: 3,
  deadlineMs: 15_000,
  onDecision: (_explanation, outcome) => {
    told = outcome;
  },
});
const client = new Client({ name: "fallback", version: "1.0.0" });
registerSampling(client, handler);
await client.connect(new StdioClientTransport({ command: process.execPath, args: ["dist/servers/guide-tools.js"] }));
const story = textOf(await client.callTool({ name: "create_story", arguments: { topic: "a dragon" } }));
await client.close();
await Promise.all([locked.stop(), open.stop()]);

for (const { model, error, usage } of told?.attempts ?? [])
  console.log(`${model}: ${error ?? `answered with ${usage?.outputTokens} tokens`}`);
console.log(story);
assert.deepEqual(
  told?.attempts.map(({ error }) => error),
  ["connection", "unauthorized", undefined],
);
assert.equal(told.model, "open/ngram-2");
