import { readFileSync } from "node:fs";
import { SpanStatusCode } from "@opentelemetry/api";
import { expect, test } from "vitest";
import { answering } from "../../../test/kit/backends.ts";
import { request } from "../../../test/kit/requests.ts";
import {
  _meta,
  completionOf,
  holding,
  imageMessage,
  named,
  observed,
  SECRETIVE,
  TRACE,
  withContexts,
} from "../../../test/kit/telemetry.ts";
import type { Practice } from "../practice.ts";
import { COUNTERS, HISTOGRAMS, LATEST } from "./names.ts";

withContexts();

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

test("the page tells of every name and unit", () => {
  const page = readFileSync(new URL("../../../../../docs/telemetry.md", import.meta.url), "utf8");
  const missing = Object.values({ ...HISTOGRAMS, ...COUNTERS }).filter(
    ({ name, unit }) => !page.split("\n").some((line) => line.includes(`\`${name}\``) && line.includes(` ${unit} `)),
  );
  expect(missing.map(({ name }) => name)).toEqual([]);
});
