import { readFileSync } from "node:fs";
import { context, metrics, propagation, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import { CompositePropagator, W3CBaggagePropagator, W3CTraceContextPropagator } from "@opentelemetry/core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answering } from "../../../test/kit/backends.ts";
import { itemsOf, translate } from "../../../test/kit/batching.ts";
import { createTestRouter } from "../../../test/kit/catalog.ts";
import { AsyncContexts, type Exported, startCollector } from "../../../test/kit/collector.ts";
import { request } from "../../../test/kit/requests.ts";
import { BackendError, type Completion, createSamplingHandler, type SamplingHandlerOptions } from "../../index.ts";
import { batching } from "../batching/index.ts";
import { cache } from "../cache/index.ts";
import type { Practice } from "../practice.ts";
import { COUNTERS, HISTOGRAMS, LATEST } from "./names.ts";
import type { TelemetryOptions } from "./options.ts";
import { telemetry } from "./telemetry.ts";

const TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
const PARENT = "00f067aa0ba902b7";
const _meta = { traceparent: `00-${TRACE}-${PARENT}-01`, tracestate: "a=1", baggage: "tenant=blue" };

beforeAll(() => {
  context.setGlobalContextManager(new AsyncContexts());
  propagation.setGlobalPropagator(
    new CompositePropagator({ propagators: [new W3CTraceContextPropagator(), new W3CBaggagePropagator()] }),
  );
});

afterAll(() => {
  context.disable();
  propagation.disable();
});

const usage = { inputTokens: 1000, outputTokens: 100, cacheReadTokens: 10, cacheWriteTokens: 5 };
const completionOf = (model: string): Completion => ({
  model: `${model}-2026`,
  content: [{ type: "text", text: "SECRET answer" }],
  stopReason: "endTurn",
  usage,
  firstTokenMs: 20,
});

/** The best model fails, the second answers. */
const failingOver = answering(({ model }) => {
  if (model === "big") throw new BackendError("provider-failed", "SECRET");
  return completionOf(model);
});

/** Notes what practices note that stand further in. */
const noting: Practice = {
  name: "limits",
  request: (exchange, next) => {
    exchange.lifetime.events.push({ kind: "nested", depth: 1 }, { kind: "cache", result: "miss" });
    return next(exchange);
  },
  call: (modelCall, next) =>
    modelCall.choice.model === "big" && modelCall.exchange.params.temperature === 1
      ? Promise.reject(new BackendError("over-limit", "SECRET"))
      : next(modelCall),
};

/** Holds every model back. */
const holding: Practice = {
  name: "limits",
  call: () => Promise.reject(new BackendError("over-limit", "SECRET")),
};

function observed(options: Partial<SamplingHandlerOptions> = {}, more: TelemetryOptions = {}) {
  const collector = startCollector();
  const { tracerProvider, meterProvider } = collector;
  const handler = createSamplingHandler({
    router: createTestRouter(),
    backend: { ...failingOver, address: { host: "llm.example", port: 443 } },
    approveRequest: () => true,
    approveResponse: () => true,
    server: "SECRET server",
    ...options,
    practices: [telemetry({ tracerProvider, meterProvider, ...more }), ...(options.practices ?? [noting])],
  });
  return { ...collector, handler };
}

const SECRETIVE = request({
  messages: [{ role: "user", content: { type: "text", text: "SECRET prompt" } }],
  systemPrompt: "SECRET system",
  modelPreferences: { hints: [{ name: "SECRET-hint" }, { name: "big" }] },
  metadata: { user: "SECRET user" },
  _meta: { ..._meta, note: "SECRET meta" },
});

const named = (exported: readonly Exported[], name: string): Exported["points"] =>
  exported.find((metric) => metric.name === name)?.points ?? [];

// Written down once more, from the conventions and the list of our own names, so that a slip in names.ts is seen.
const CALL = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92];
const REQUEST = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60, 120, 300];
const TOKENS = Array.from({ length: 14 }, (_, power) => 4 ** power);
const RELEASED: [string, string, string, (readonly number[] | undefined)?][] = [
  ["gen_ai.client.operation.duration", "histogram", "s", CALL],
  ["gen_ai.client.operation.time_to_first_chunk", "histogram", "s", CALL],
  ["gen_ai.client.token.usage", "histogram", "{token}", TOKENS],
];
const NEWEST: [string, string, string, (readonly number[] | undefined)?][] = [
  ["gen_ai.client.inference.usage.detailed.cache_read.input_tokens", "counter", "{token}"],
  ["gen_ai.client.inference.usage.detailed.cache_write.input_tokens", "counter", "{token}"],
  ["gen_ai.client.inference.usage.detailed.input_tokens", "counter", "{token}"],
  ["gen_ai.client.inference.usage.detailed.output_tokens", "counter", "{token}"],
  ["gen_ai.client.inference.usage.input_tokens", "histogram", "{token}", TOKENS],
  ["gen_ai.client.inference.usage.output_tokens", "histogram", "{token}", TOKENS],
  ["gen_ai.client.operation.duration", "histogram", "s", CALL],
  ["gen_ai.client.operation.time_to_first_chunk", "histogram", "s", CALL],
];
const OURS: [string, string, string, (readonly number[] | undefined)?][] = [
  ["mcp.server.operation.duration", "histogram", "s", REQUEST],
  ["modelpref.approval.duration", "histogram", "s", REQUEST],
  ["modelpref.approvals", "counter", "{approval}"],
  ["modelpref.cache", "counter", "{request}"],
  ["modelpref.cost", "counter", "USD"],
  ["modelpref.decision.duration", "histogram", "s", HISTOGRAMS.decision.buckets],
  ["modelpref.decisions", "counter", "{decision}"],
  ["modelpref.exclusions", "counter", "{model}"],
  ["modelpref.margin", "histogram", "1", HISTOGRAMS.margin.buckets],
  ["modelpref.nesting.depth", "histogram", "1", HISTOGRAMS.depth.buckets],
  ["modelpref.rate_limited", "counter", "{request}"],
];

test("a model that a limit held back is no failure of the pick", async () => {
  const { handler, metrics: exported } = observed();
  await handler(request({ temperature: 1 }));
  const [decision] = named(await exported(), "modelpref.decisions");
  expect(decision?.attributes).toMatchObject({ "modelpref.fallback.index": 0, "modelpref.outcome": "answered" });
});

test("limits of the user, of models and of the request", async () => {
  const { handler, metrics: exported } = observed({ practices: [holding] });
  await expect(handler(request())).rejects.toMatchObject({ code: 7 });
  expect(named(await exported(), "modelpref.rate_limited")).toEqual([
    { attributes: { "modelpref.limit.scope": "model", "modelpref.reason": "over-limit" }, count: 1, sum: 3 },
    { attributes: { "modelpref.limit.scope": "request", "modelpref.reason": "rate-limited" }, count: 1, sum: 1 },
  ]);
});

test.for([
  ["as released", false, [...RELEASED, ...OURS]],
  ["newest", true, [...NEWEST, ...OURS]],
] as const)("all metrics, %s: names, kinds, units and buckets", async ([, latestConventions, expected]) => {
  const { handler, metrics: exported } = observed({}, { latestConventions });
  await handler(request({ modelPreferences: { hints: [{ name: "one" }] }, temperature: 1 }));
  await expect(handler(request({ messages: [imageMessage] }))).rejects.toThrow("0 of 3 models");
  const found = (await exported()).map(({ name, kind, unit, buckets }) => [
    name,
    kind,
    unit,
    ...(buckets ? [buckets] : []),
  ]);
  expect(found.toSorted()).toEqual(expected.map((row) => row.filter((part) => part !== undefined)).toSorted());
});

const imageMessage = {
  role: "user" as const,
  content: { type: "image" as const, data: "AAAA", mimeType: "image/png" },
};

test("what is recorded of a request that a second model answered", async () => {
  const { handler, metrics: exported } = observed({}, { transport: "pipe", protocolVersion: () => "2025-11-25" });
  await handler(SECRETIVE);
  const all = await exported();
  const mcp = {
    "mcp.method.name": "sampling/createMessage",
    "network.transport": "pipe",
    "mcp.protocol.version": "2025-11-25",
  };
  const of = (model: string) => ({ "gen_ai.provider.name": "one", "gen_ai.request.model": model });
  const call = (model: string) => ({
    "gen_ai.operation.name": "chat",
    ...of(model),
    "server.address": "llm.example",
    "server.port": 443,
  });
  expect(named(all, "mcp.server.operation.duration")).toMatchObject([{ attributes: mcp, count: 1 }]);
  expect(named(all, "gen_ai.client.operation.duration")).toMatchObject([
    { attributes: { ...call("big"), "error.type": "provider-failed" }, count: 1 },
    { attributes: call("small"), count: 1 },
  ]);
  expect(named(all, "gen_ai.client.token.usage")).toMatchObject([
    { attributes: { ...call("small"), "gen_ai.token.type": "input" }, sum: 1000 },
    { attributes: { ...call("small"), "gen_ai.token.type": "output" }, sum: 100 },
  ]);
  expect(named(all, "modelpref.decisions")).toEqual([
    {
      attributes: {
        ...of("big"),
        "modelpref.match.pass": 0,
        "modelpref.match.class": "exact",
        "modelpref.fallback.index": 1,
        "modelpref.outcome": "answered",
      },
      count: 1,
      sum: 1,
    },
  ]);
  const [estimated, actual] = named(all, "modelpref.cost");
  expect(actual?.attributes).toEqual({ ...of("small"), "modelpref.cost.kind": "actual" });
  expect(actual?.sum).toBeCloseTo((1000 * 1 + 100 * 3) / 1e6, 12);
  expect(estimated?.attributes).toEqual({ ...of("small"), "modelpref.cost.kind": "estimated" });
  expect(named(all, "modelpref.approvals").map(({ attributes }) => attributes)).toEqual([
    { "modelpref.approval.stage": "request", "modelpref.approval.outcome": "allowed" },
    { "modelpref.approval.stage": "answer", "modelpref.approval.outcome": "allowed" },
  ]);
});

test("spans: one of MCP for the request, in the server's trace, and in it one of GenAI for each call", async () => {
  const { handler, spans } = observed();
  await handler(SECRETIVE, { requestId: 7, sessionId: "session-1" } as never);
  const [failed, answered, served] = spans();
  expect([served?.name, served?.kind, served?.spanContext().traceId, served?.parentSpanContext?.spanId]).toEqual([
    "sampling/createMessage",
    SpanKind.SERVER,
    TRACE,
    PARENT,
  ]);
  expect(served?.attributes).toMatchObject({
    "mcp.method.name": "sampling/createMessage",
    "jsonrpc.request.id": "7",
    "mcp.session.id": "session-1",
    "modelpref.server": "SECRET server",
    "modelpref.pick": "one/big",
    "modelpref.fallback.index": 1,
    "modelpref.nesting.depth": 1,
  });
  expect([failed?.name, failed?.kind, failed?.status.code]).toEqual([
    "chat big",
    SpanKind.CLIENT,
    SpanStatusCode.ERROR,
  ]);
  expect([answered?.name, answered?.parentSpanContext?.spanId]).toEqual(["chat small", served?.spanContext().spanId]);
  expect(answered?.attributes).toMatchObject({
    "gen_ai.operation.name": "chat",
    "gen_ai.request.max_tokens": 100,
    "gen_ai.response.model": "small-2026",
    "gen_ai.response.finish_reasons": ["endTurn"],
    "gen_ai.usage.input_tokens": 1000,
    "gen_ai.usage.cache_creation.input_tokens": 5,
    "gen_ai.response.time_to_first_chunk": 0.02,
  });
});

test("the parent: the server's trace, linked to ours; or ours, linked to the server's", async () => {
  for (const followParent of [true, false]) {
    const { handler, spans, tracerProvider } = observed({ backend: answering(() => "x") }, { followParent });
    const ambient = tracerProvider.getTracer("test").startSpan("ambient");
    await context.with(trace.setSpan(context.active(), ambient), () => handler(SECRETIVE));
    const served = spans().find(({ kind }) => kind === SpanKind.SERVER);
    const ours = ambient.spanContext().traceId;
    expect(served?.spanContext().traceId).toBe(followParent ? TRACE : ours);
    expect(served?.links.map((link) => link.context.traceId)).toEqual([followParent ? ours : TRACE]);
  }
});

test("a request inside a back end is inside the span of that call", async () => {
  const inner = observed({ backend: answering(() => "x") });
  const outer = observed(
    { backend: answering(() => inner.handler(request()).then(() => "x")) },
    { tracerProvider: inner.tracerProvider },
  );
  await outer.handler(request());
  const [innerCall, innerRequest, outerCall] = inner.spans();
  expect(innerRequest?.parentSpanContext?.spanId).toBe(outerCall?.spanContext().spanId);
  expect(innerCall?.spanContext().traceId).toBe(outerCall?.spanContext().traceId);
});

test.for([cache, batching])(
  "a call that requests share is in the span of one of them, whoever carries contexts",
  async (practice) => {
    context.disable();
    try {
      const backend = answering((call) => (itemsOf(call) === undefined ? "x" : translate(call)));
      const { handler, spans } = observed({ backend, practices: [practice()] });
      const messages = (text: string) => [{ role: "user" as const, content: { type: "text" as const, text } }];
      const texts = practice === cache ? ["same", "same"] : ["one", "two"];
      await Promise.all(texts.map((text) => handler(request({ messages: messages(text), temperature: 0 }))));
      const requests = spans().filter(({ kind }) => kind === SpanKind.SERVER);
      const calls = spans().filter(({ kind }) => kind === SpanKind.CLIENT);
      expect(calls.map(({ parentSpanContext }) => parentSpanContext?.spanId)).toEqual([
        requests[0]?.spanContext().spanId,
      ]);
    } finally {
      context.setGlobalContextManager(new AsyncContexts());
    }
  },
);

test("a trace that is none is no parent", async () => {
  const { handler, spans } = observed();
  for (const traceparent of ["x".repeat(100_000), `00-${"0".repeat(32)}-${PARENT}-01`, 7, { toString: () => "x" }]) {
    await handler(request({ _meta: { traceparent, __proto__: { baggage: "a=b" } } }));
  }
  const served = spans().filter(({ kind }) => kind === SpanKind.SERVER);
  expect(served.map(({ parentSpanContext, links }) => [parentSpanContext, links.length])).toEqual(
    Array.from({ length: 4 }, () => [undefined, 0]),
  );
});

test("nothing of what a server sends is exported, and not even its name as a metric", async () => {
  const { handler, spans, metrics: exported } = observed();
  await handler(SECRETIVE);
  await handler(request({ messages: [{ role: "user", content: { type: "SECRET" } as never }] })).catch(() => {});
  expect(JSON.stringify(await exported())).not.toContain("SECRET");
  const told = spans().map(({ name, attributes, events, status }) => ({ name, attributes, events, status }));
  expect(JSON.stringify(told).replaceAll('"modelpref.server":"SECRET server"', "")).not.toContain("SECRET");
});

test("however many names servers think of, there are no more series", async () => {
  const { handler, metrics: exported } = observed({ server: () => `server ${Math.random()}` });
  const hostile = (at: number) =>
    request({ modelPreferences: { hints: [{ name: `hint ${at}` }], costPriority: at / 300 }, systemPrompt: `${at}` });
  for (let at = 0; at < 300; at++) await handler(hostile(at));
  const series = (await exported()).map(({ points }) => points.length);
  expect(Math.max(...series)).toBeLessThanOrEqual(2);
});

test.for([
  ["refused", -1, { approveRequest: () => false }, request()],
  ["no-model", 1, {}, request({ messages: [imageMessage] })],
  ["models-failed", 2, { backend: answering(() => Promise.reject(new Error("SECRET"))) }, request()],
] as const)("a request that ends as %s has its code", async ([reason, code, options, asked]) => {
  const { handler, spans, metrics: exported } = observed(options);
  await expect(handler(asked)).rejects.toMatchObject({ code });
  const all = await exported();
  const failure = { "error.type": String(code), "rpc.response.status_code": String(code) };
  expect(named(all, "mcp.server.operation.duration")).toMatchObject([{ attributes: failure, count: 1 }]);
  expect(named(all, "modelpref.decisions")[0]?.attributes["modelpref.outcome"]).toBe(reason);
  const served = spans().at(-1);
  expect([served?.status.code, served?.attributes["error.type"]]).toEqual([SpanStatusCode.ERROR, String(code)]);
});

test("a request that breaks a rule of MCP is counted too", async () => {
  const { handler, spans, metrics: exported } = observed();
  await expect(
    handler({ method: "sampling/createMessage", params: { maxTokens: 1, _meta } as never }),
  ).rejects.toThrow();
  expect(named(await exported(), "mcp.server.operation.duration")).toMatchObject([
    { attributes: { "error.type": "-32602" }, count: 1 },
  ]);
  expect(spans()[0]?.spanContext().traceId).toBe(TRACE);
});

test("an answer of the cache is no call of a model", async () => {
  const cache: Practice = { name: "cache", call: async () => ({ ...completionOf("big"), cached: true }) };
  const { handler, metrics: exported } = observed({ practices: [cache] });
  await handler(request());
  const all = await exported();
  expect(named(all, "gen_ai.client.operation.duration")).toEqual([]);
  expect(named(all, "modelpref.cost")).toEqual([
    { attributes: expect.objectContaining({ "modelpref.cost.kind": "actual" }), count: 1, sum: 0 },
  ]);
});

test("the environment asks for the newest conventions", async () => {
  process.env["OTEL_SEMCONV_STABILITY_OPT_IN"] = `http/dup, ${LATEST}`;
  try {
    const { handler, metrics: exported } = observed();
    await handler(request());
    const names = (await exported()).map(({ name }) => name);
    expect(names).toContain("gen_ai.client.inference.usage.input_tokens");
    expect(names).not.toContain("gen_ai.client.token.usage");
  } finally {
    delete process.env["OTEL_SEMCONV_STABILITY_OPT_IN"];
  }
});

test("an SDK that throws fails no request", async () => {
  const broken = new Proxy(
    {},
    {
      get: () => () => {
        throw new Error("out of order");
      },
    },
  ) as never;
  const { handler } = observed({}, { tracerProvider: broken, meterProvider: broken });
  expect((await handler(request())).model).toBe("small-2026");
});

test("without an SDK nothing happens; one that starts later is found", async () => {
  const collector = startCollector();
  const handler = createSamplingHandler({
    router: createTestRouter(),
    backend: answering(() => "x"),
    approveRequest: "allow",
    practices: [telemetry()],
  });
  metrics.setGlobalMeterProvider(collector.meterProvider);
  trace.setGlobalTracerProvider(collector.tracerProvider);
  await handler(request());
  metrics.disable();
  trace.disable();
  expect(collector.spans()).toHaveLength(2);
  expect(named(await collector.metrics(), "modelpref.decisions")).toHaveLength(1);
});

test("the page tells of every name and unit", () => {
  const page = readFileSync(new URL("../../../../../docs/telemetry.md", import.meta.url), "utf8");
  const missing = Object.values({ ...HISTOGRAMS, ...COUNTERS }).filter(
    ({ name, unit }) => !page.split("\n").some((line) => line.includes(`\`${name}\``) && line.includes(` ${unit} `)),
  );
  expect(missing.map(({ name }) => name)).toEqual([]);
});
