// What the practices cost: npm run bench-practices [-- --turns N --requests N]. Handler time with each practice and with all
// of them, as a ratio to none, with stores in memory and a back end that answers at once, and with one on loopback.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createSamplingHandler, openaiCompatible } from "@modelpref/adapters";
import { batching } from "@modelpref/adapters/batching";
import { cache } from "@modelpref/adapters/cache";
import { limits } from "@modelpref/adapters/limits";
import { decisionLog } from "@modelpref/adapters/log";
import { nesting } from "@modelpref/adapters/nesting";
import { telemetry } from "@modelpref/adapters/telemetry";
import { bundledCatalog } from "@modelpref/catalog/bundled";
import { createRouter } from "@modelpref/router";
import { MeterProvider, MetricReader } from "@opentelemetry/sdk-metrics";
import { BasicTracerProvider, BatchSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { startProvider } from "./provider.mjs";

const { values } = parseArgs({
  options: { turns: { type: "string", default: "9" }, requests: { type: "string", default: "1000" } },
});
const turns = Number(values.turns);
const folder = mkdtempSync(join(tmpdir(), "bench-practices-"));

/** An SDK that makes all spans and metrics, and throws them away. */
function sdk() {
  class NoReader extends MetricReader {
    async onForceFlush() {}
    async onShutdown() {}
  }
  const exporter = { export: (_, done) => done({ code: 0 }), shutdown: async () => {}, forceFlush: async () => {} };
  return {
    meterProvider: new MeterProvider({ readers: [new NoReader()] }),
    tracerProvider: new BasicTracerProvider({ spanProcessors: [new BatchSpanProcessor(exporter)] }),
  };
}

const logs = [];
function openLog() {
  const log = decisionLog({ file: join(folder, "log.ndjson") });
  logs.push(log);
  return log;
}

const budget = { usd: { day: 1e6 }, tokens: { day: 1e12 }, requests: { day: 1e9 } };
const each = {
  "telemetry, no SDK": () => [telemetry()],
  "telemetry, SDK": () => [telemetry(sdk())],
  log: () => [openLog()],
  nesting: () => [nesting({ budgetUsd: 100 })],
  limits: () => [limits({ total: budget, servers: { "*": budget } })],
  "cache, all miss": () => [cache()],
  "batching, one at a time": () => [batching({ windowMs: 1 })],
};
// Batching waits for company, which is no cost of the processor's: it is measured, and left out of the sum.
const all = () => [
  ...each["telemetry, SDK"](),
  ...each.log(),
  ...each.nesting(),
  ...each.limits(),
  ...each["cache, all miss"](),
];

function handlerWith(practices, backend) {
  const approvals = { approveRequest: "allow" };
  return createSamplingHandler({
    router: createRouter(bundledCatalog()),
    backend,
    server: "bench",
    practices,
    ...approvals,
  });
}

let count = 0;
const request = () => ({
  method: "sampling/createMessage",
  params: {
    messages: [{ role: "user", content: { type: "text", text: `request ${count++}` } }],
    modelPreferences: {
      hints: [{ name: "claude-3-sonnet" }, { name: "claude" }],
      costPriority: 0.3,
      intelligencePriority: 0.8,
    },
    systemPrompt: "You are a helpful assistant.",
    maxTokens: 500,
    temperature: 0,
  },
});

/** Microseconds a request takes by the clock, and of the processor; others who use it change the second little. */
async function time(handler, requests) {
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  for (let index = 0; index < requests; index++) await handler(request());
  const { user, system } = process.cpuUsage(cpu);
  return { clock: ((performance.now() - start) * 1000) / requests, cpu: (user + system) / requests };
}

const median = (list, key) => list.map((one) => one[key]).toSorted((a, b) => a - b)[Math.floor(list.length / 2)];

/** Times with and without some practices, in turns, so that a busy moment hits both. */
async function compare(practices, backend, requests) {
  const [bare, kept] = [handlerWith([], backend), handlerWith(practices(), backend)];
  await time(bare, requests / 4);
  await time(kept, requests / 4);
  const taken = { bare: [], kept: [] };
  for (let turn = 0; turn < turns; turn++) {
    taken.bare.push(await time(bare, requests));
    taken.kept.push(await time(kept, requests));
  }
  return taken;
}

function print(name, { bare, kept }) {
  const cells = ["clock", "cpu"].flatMap((key) => {
    const [without, within] = [median(bare, key), median(kept, key)];
    return [
      without.toFixed(0).padStart(8),
      within.toFixed(0).padStart(7),
      `${(within / without).toFixed(2)} x`.padStart(9),
    ];
  });
  console.log(`  ${name.padEnd(25)}${cells.join("")}`);
}

const usage = { inputTokens: 20, outputTokens: 10 };
const instant = {
  complete: async ({ model }) => ({ model, content: [{ type: "text", text: "x" }], stopReason: "endTurn", usage }),
};
const provider = await startProvider();
try {
  const requests = Number(values.requests);
  console.log(`One request at a time, microseconds,      by the clock             of the processor`);
  console.log(`median of ${turns} turns                 none   with    ratio    none   with    ratio`);
  console.log("a back end that answers at once");
  for (const [name, practices] of Object.entries(each))
    print(name, await compare(practices, instant, name.startsWith("batching") ? requests / 10 : requests));
  print("all but batching", await compare(all, instant, requests));
  console.log("one on loopback");
  print("all but batching", await compare(all, openaiCompatible({ baseURL: provider.baseURL }), requests / 4));
} finally {
  await Promise.all(logs.map((log) => log.flush()));
  provider.stop();
  rmSync(folder, { recursive: true, force: true });
}
