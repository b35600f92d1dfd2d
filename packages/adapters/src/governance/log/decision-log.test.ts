import { fc, test } from "@fast-check/vitest";
import { type Logger as Pino, pino } from "pino";
import { expect } from "vitest";
import { answering } from "../../../test/kit/backends.ts";
import { createTestRouter } from "../../../test/kit/catalog.ts";
import { request } from "../../../test/kit/requests.ts";
import { BackendError, createSamplingHandler, type SamplingHandlerOptions } from "../../index.ts";
import { limits } from "../limits/index.ts";
import { type DecisionLogOptions, decisionLog } from "./decision-log.ts";
import type { LogEntry } from "./entry.ts";
import type { Logger } from "./logger.ts";

const usage = { inputTokens: 1000, outputTokens: 50 };
const failingOver = answering(({ model }) => {
  if (model === "big") throw new BackendError("provider-failed", "SECRET words", { cause: new Error("SECRET cause") });
  return { model: `${model}-2026`, content: [{ type: "text", text: "SECRET answer" }], usage, firstTokenMs: 20 };
});

function logged(options: Partial<SamplingHandlerOptions> = {}, place?: DecisionLogOptions) {
  const lines: string[] = [];
  const log = decisionLog(place ?? { write: (line) => lines.push(line) });
  const handler = createSamplingHandler({
    router: createTestRouter(),
    backend: failingOver,
    approveRequest: () => true,
    server: "translate",
    ...options,
    practices: [log, ...(options.practices ?? [])],
  });
  return { handler, lines, log, entries: (): LogEntry[] => lines.map((line) => JSON.parse(line)) };
}

test("one line: what was decided, what came of it, predicted beside real", async () => {
  const { handler, entries } = logged();
  await handler(request({ modelPreferences: { hints: [{ name: "one" }], costPriority: 0.5 } }));
  const [entry] = entries();
  const milliseconds = expect.any(Number);
  const predicted = { usd: expect.any(Number), seconds: null };
  expect(entry).toEqual({
    schema: "modelpref-decision/1",
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    server: "translate",
    catalog: { name: null, hash: null },
    request: {
      inputTokens: expect.any(Number),
      expectedOutputTokens: 100,
      maxTokens: 100,
      needs: { tools: false, structuredOutput: false, input: ["text"], output: ["text"] },
      hints: 1,
    },
    weights: { cost: 0.5, speed: 0, intelligence: 1 },
    pick: "one/big",
    match: { class: "substring", pass: 0, hintIndex: 0 },
    top: [
      { id: "one/big", score: expect.any(Number), predicted },
      { id: "one/small", score: expect.any(Number), predicted },
      { id: "two/other", score: expect.any(Number), predicted },
    ],
    ranked: 3,
    excluded: {},
    events: [{ kind: "approval", stage: "request", outcome: "allowed", milliseconds }],
    outcome: {
      model: "one/small",
      milliseconds,
      attempts: [
        { model: "one/big", predicted, milliseconds, error: "provider-failed" },
        {
          model: "one/small",
          predicted,
          milliseconds,
          answeredAs: "small-2026",
          usage,
          costUsd: 0.00115,
          firstTokenMs: 20,
        },
      ],
    },
  });
});

test("nothing of a prompt, an answer, a hint or a failure's words is logged", async () => {
  const { handler, lines } = logged({ approveResponse: () => ({ action: "deny", message: "SECRET note" }) });
  const secretive = request({
    messages: [{ role: "user", content: { type: "text", text: "SECRET" } }],
    systemPrompt: "SECRET",
    stopSequences: ["SECRET"],
    modelPreferences: { hints: [{ name: "SECRET" }] },
    metadata: { a: "SECRET" },
    _meta: { a: "SECRET" },
  });
  await expect(handler(secretive)).rejects.toThrow();
  await expect(handler(request({ messages: ["SECRET"] as never }))).rejects.toThrow();
  expect(lines).toHaveLength(2);
  expect(lines.join("")).not.toContain("SECRET");
});

test("what was excluded is counted by reason; no pick is null", async () => {
  const { handler, entries } = logged();
  const image = { role: "user" as const, content: { type: "image" as const, data: "AAAA", mimeType: "image/png" } };
  await expect(handler(request({ messages: [image] }))).rejects.toThrow();
  expect(entries()).toMatchObject([
    {
      pick: null,
      match: null,
      top: [],
      ranked: 0,
      excluded: { "input-modality": 3 },
      outcome: { error: "no-model", attempts: [] },
    },
  ]);
});

test("a request that breaks a rule of MCP has a line too", async () => {
  const { handler, entries } = logged();
  await expect(handler(request({ maxTokens: -1 }))).rejects.toThrow();
  expect(entries()).toMatchObject([{ server: "translate", outcome: { error: "invalid-request", attempts: [] } }]);
  expect(entries()[0]).not.toHaveProperty("pick");
});

test("the line tells of the request as it was edited", async () => {
  const approveRequest: SamplingHandlerOptions["approveRequest"] = (params) =>
    params.maxTokens === 7 ? true : { action: "edit", params: { ...params, maxTokens: 7 } };
  const { handler, entries } = logged({ approveRequest });
  await handler(request());
  expect(entries()[0]?.request?.maxTokens).toBe(7);
});

test.prop([fc.string({ unit: "binary", maxLength: 300 })])(
  "whatever a server is called, its line is one line and steers no terminal",
  async (server) => {
    const { handler, lines } = logged({ server });
    await handler(request());
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*\n$/u);
    expect(JSON.parse(lines[0] ?? "").server).toBe(server.slice(0, 128) || null);
  },
);

test("a place that fails, fails no request, and is told of once", async () => {
  const warnings: Error[] = [];
  const listen = (warning: Error): void => void warnings.push(warning);
  process.on("warning", listen);
  try {
    const fail = (): never => {
      throw new Error("no place");
    };
    const { handler, log } = logged({}, { write: fail });
    const later = logged({}, { write: () => Promise.reject(new Error("no place")) });
    for (let count = 0; count < 5; count++) await Promise.all([handler(request()), later.handler(request())]);
    await Promise.all([log.flush(), later.log.flush()]);
    await new Promise((resolve) => setImmediate(resolve));
    expect(warnings.map(({ message }) => message)).toEqual(
      Array.from(
        { length: 2 },
        () => "decisions are not logged while this lasts: where decisions are to be written: no place",
      ),
    );
  } finally {
    process.off("warning", listen);
  }
});

test("pino: a level for each way of ending", async () => {
  const lines: string[] = [];
  const logger: Pino = pino(
    { level: "debug", base: null, timestamp: false },
    { write: (line) => void lines.push(line) },
  );
  const { handler } = logged({}, { logger });
  await handler(request());
  const { handler: refusing } = logged({ approveRequest: () => false }, { logger });
  await expect(refusing(request())).rejects.toThrow();
  const { handler: failing } = logged({ approveRequest: () => Promise.reject(new Error("x")) }, { logger });
  await expect(failing(request())).rejects.toThrow();
  const gone = AbortSignal.abort();
  await expect(handler(request(), { signal: gone })).rejects.toThrow();
  expect(lines.map((line) => JSON.parse(line)).map(({ level, msg }) => [level, msg])).toEqual([
    [30, "sampling answered"],
    [40, "sampling: refused"],
    [50, "sampling: internal"],
    [20, "sampling: cancelled"],
  ]);
});

test("console is a logger", () => {
  const logger: Logger = console;
  expect(decisionLog({ logger }).name).toBe("log");
});

test("a log without a place is refused", () => {
  expect(() => decisionLog({} as never)).toThrow("decisionLog: expected one of the options file, write and logger");
});

test("a model that a request was called by before it was ranked again has its prediction", async () => {
  const backend = answering(async ({ model }) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (model === "big") throw new BackendError("malformed", "x");
    return model;
  });
  const practices = [limits({ models: { "one/small": { requests: { day: 1 } } } })];
  const { handler, entries } = logged({ backend, practices, maxAttempts: 2 });
  await Promise.all([handler(request()), handler(request())]);
  const attempts = entries().flatMap(({ outcome }) => outcome.attempts);
  expect(attempts.map(({ error }) => error)).toContain("over-limit");
  expect(attempts.every(({ predicted }) => predicted.usd !== null)).toBe(true);
});
