import { expect, test } from "vitest";
import { createPlainRouter, type Model, type Reason, type ReasonCode, type RoutingRequest } from "../index.ts";

const CASES: [string, Partial<Model>, RoutingRequest, ReasonCode[]][] = [
  ["fits", { limit: { context: 2001 } }, { inputTokens: 2000 }, []],
  ["leaves no token for the answer", { limit: { context: 2000 } }, { inputTokens: 2000 }, ["context-window"]],
  ["fits the input cap", { limit: { input: 2000, context: 9000 } }, { inputTokens: 2000 }, []],
  ["is over the input cap", { limit: { input: 1999, context: 9000 } }, { inputTokens: 2000 }, ["context-window"]],
  ["window unknown", {}, { inputTokens: 1e9 }, []],
  ["tools offered", { tool_call: true }, { needs: { tools: true } }, []],
  ["no tools", { tool_call: false }, { needs: { tools: true } }, ["tools"]],
  ["tools unknown", {}, { needs: { tools: true } }, ["tools"]],
  ["structured output offered", { structured_output: true }, { needs: { structuredOutput: true } }, []],
  ["structured output unknown", {}, { needs: { structuredOutput: true } }, ["structured-output"]],
  ["no structured output", { structured_output: false }, { needs: { structuredOutput: true } }, ["structured-output"]],
  ["sees images", { modalities: { input: ["text", "image"] } }, { needs: { input: ["image"] } }, []],
  ["nothing listed means text", {}, { needs: { input: ["text", "image"] } }, ["input-modality"]],
  ["text alone", {}, { needs: { input: ["text"], output: ["text"] } }, []],
  ["no audio out", { modalities: { input: ["text"] } }, { needs: { output: ["audio"] } }, ["output-modality"]],
  ["within budget", { cost: { input: 1, output: 1 } }, { limits: { max_cost_usd: 0.002 } }, []],
  [
    "worst case is maxTokens",
    { cost: { input: 1, output: 1 } },
    { maxTokens: 501, limits: { max_cost_usd: 0.002 } },
    ["max-cost"],
  ],
  [
    "no more than the output limit",
    { cost: { input: 1, output: 1 }, limit: { output: 500 } },
    { maxTokens: 9999, limits: { max_cost_usd: 0.002 } },
    [],
  ],
  ["an unknown price is over any budget", {}, { limits: { max_cost_usd: 1e6 } }, ["max-cost"]],
  ["fast enough", { speed: { output_tps: 500, ttft_ms: 0 } }, { limits: { max_seconds: 1 } }, []],
  ["too slow", { speed: { output_tps: 499, ttft_ms: 0 } }, { limits: { max_seconds: 1 } }, ["max-seconds"]],
  ["an unknown speed is over any time", {}, { limits: { max_seconds: 1e6 } }, ["max-seconds"]],
  ["allowed", {}, { limits: { allow: ["a/*", "x/*"] } }, []],
  ["not allowed", {}, { limits: { allow: ["a/*"] } }, ["not-allowed"]],
  ["an empty allow list allows nothing", {}, { limits: { allow: [] } }, ["not-allowed"]],
  ["an unreadable allow list allows nothing", {}, { limits: { allow: 5 as unknown as string[] } }, ["not-allowed"]],
  ["denied", {}, { limits: { deny: ["*y"] } }, ["denied"]],
  ["not denied", {}, { limits: { deny: ["y", "x"] } }, []],
  ["retired", { status: "retired" }, {}, ["retired"]],
  ["deprecated ones still serve", { status: "deprecated" }, {}, []],
  ["disabled", { enabled: false }, {}, ["disabled"]],
  ["unavailable, from a list", {}, { unavailable: ["x/y"] }, ["unavailable"]],
  ["unavailable, from a map", {}, { unavailable: new Map([["x/y", "429"]]) }, ["unavailable"]],
  ["unavailable, from an object", {}, { unavailable: { "x/y": "429" } }, ["unavailable"]],
  [
    "every reason is told",
    { status: "retired", enabled: false },
    { needs: { tools: true } },
    ["retired", "disabled", "tools"],
  ],
];

test.each(CASES)("%s", (_, facts, request, codes) => {
  const { ranked, excluded } = createPlainRouter({ models: [{ id: "x/y", ...facts }] }).explain(request);
  expect(excluded[0]?.reasons.map(({ code }) => code) ?? []).toEqual(codes);
  expect(ranked).toHaveLength(codes.length === 0 ? 1 : 0);
});

test("a reason says what was needed and what the model has", () => {
  const models = [{ id: "x/y", limit: { context: 128_000 } }];
  const { excluded } = createPlainRouter({ models }).explain({ inputTokens: 212_000 });
  expect(excluded).toEqual([
    {
      id: "x/y",
      reasons: [
        {
          code: "context-window",
          needed: 212_000,
          has: 128_000,
          message: "context window too small: the prompt has 212000 tokens, the model takes fewer than 128000",
        },
      ],
    },
  ]);
});

const REASONS: [Partial<Model>, RoutingRequest, Reason][] = [
  [
    { limit: { input: 100, context: 900 } },
    { inputTokens: 101 },
    {
      code: "context-window",
      needed: 101,
      has: 100,
      message: "context window too small: the prompt has 101 tokens, the model takes 100",
    },
  ],
  [{ status: "retired" }, {}, { code: "retired", has: "retired", message: "retired" }],
  [{ enabled: false }, {}, { code: "disabled", has: false, message: "switched off in the catalog" }],
  [
    {},
    { limits: { allow: ["a/*", "b/*"] } },
    { code: "not-allowed", needed: ["a/*", "b/*"], has: "x/y", message: "not on the allow list (a/*, b/*)" },
  ],
  [{}, { limits: { allow: [] } }, { code: "not-allowed", needed: [], has: "x/y", message: "the allow list is empty" }],
  [{}, { limits: { deny: ["a/*", "x/*"] } }, { code: "denied", needed: "x/*", has: "x/y", message: "denied by x/*" }],
  [{}, { unavailable: ["x/y"] }, { code: "unavailable", has: null, message: "unavailable now" }],
  [{}, { unavailable: { "x/y": "429" } }, { code: "unavailable", has: "429", message: "unavailable: 429" }],
  [
    {},
    { needs: { input: ["text", "image", "pdf"] } },
    {
      code: "input-modality",
      needed: ["text", "image", "pdf"],
      has: ["text"],
      message: "cannot read image, pdf",
    },
  ],
  [
    { modalities: { output: ["image"] } },
    { needs: { output: ["audio", "text"] } },
    {
      code: "output-modality",
      needed: ["audio", "text"],
      has: ["image"],
      message: "cannot produce audio, text",
    },
  ],
  [{}, { needs: { tools: true } }, { code: "tools", needed: true, has: null, message: "no tool support known" }],
  [
    { tool_call: false },
    { needs: { tools: true } },
    { code: "tools", needed: true, has: false, message: "no tool support" },
  ],
  [
    {},
    { needs: { structuredOutput: true } },
    { code: "structured-output", needed: true, has: null, message: "no structured output known" },
  ],
  [
    { structured_output: false },
    { needs: { structuredOutput: true } },
    { code: "structured-output", needed: true, has: false, message: "no structured output" },
  ],
  [
    {},
    { limits: { max_cost_usd: 0.5 } },
    { code: "max-cost", needed: 0.5, has: null, message: "price unknown, and the limit is 0.5 USD" },
  ],
  [
    { cost: { input: 1000, output: 1000 } },
    { limits: { max_cost_usd: 0.5 } },
    { code: "max-cost", needed: 0.5, has: 2, message: "may cost 2 USD, and the limit is 0.5 USD" },
  ],
  [
    {},
    { limits: { max_seconds: 3 } },
    { code: "max-seconds", needed: 3, has: null, message: "speed unknown, and the limit is 3 s" },
  ],
  [
    { speed: { output_tps: 50, ttft_ms: 500 } },
    { limits: { max_seconds: 3 } },
    { code: "max-seconds", needed: 3, has: 10.5, message: "takes about 10.5 s, and the limit is 3 s" },
  ],
];

test.each(REASONS)("%j for %j: the reason says both, in words and as data", (facts, request, reason) => {
  const { excluded } = createPlainRouter({ models: [{ id: "x/y", ...facts }] }).explain(request);
  expect(excluded).toEqual([{ id: "x/y", reasons: [reason] }]);
});

test("reasons that no request can change come first", () => {
  const models: Model[] = [{ id: "x/y", status: "retired", enabled: false, limit: { context: 1 } }];
  const everything: RoutingRequest = {
    limits: { allow: [], deny: ["*"], max_cost_usd: 1, max_seconds: 1 },
    needs: { tools: true, structuredOutput: true, input: ["image"], output: ["image"] },
    unavailable: ["x/y"],
  };
  const { excluded } = createPlainRouter({ models }).explain(everything);
  expect(excluded[0]?.reasons.map(({ code }) => code)).toEqual([
    ...["retired", "disabled", "not-allowed", "denied", "unavailable", "context-window"],
    ...["input-modality", "output-modality", "tools", "structured-output", "max-cost", "max-seconds"],
  ]);
});

test("the output falls short where maxTokens is over the output limit or the rest of the window", () => {
  const falls = (limit: Model["limit"], maxTokens: number | undefined) =>
    createPlainRouter({ models: [{ id: "x/y", limit }] }).pick({ inputTokens: 1000, maxTokens })?.outputShortfall;
  expect(falls({ output: 100 }, 100)).toBe(false);
  expect(falls({ output: 100 }, 101)).toBe(true);
  expect(falls({ context: 1100 }, 100)).toBe(false);
  expect(falls({ context: 1100 }, 101)).toBe(true);
  expect(falls({ output: 100 }, undefined)).toBe(false);
  expect(falls(undefined, 1e9)).toBe(false);
});
