import { expect, test } from "vitest";
import { type Catalog, createPlainRouter, type Explanation, type RoutingRequest } from "../index.ts";

const sonnet5 = {
  id: "anthropic/claude-sonnet-5",
  family: "claude-sonnet",
  limit: { context: 1_000_000, output: 128_000 },
  cost: { input: 2, output: 10, cache_read: 0.2, cache_write: 2.5, tiers: [{ above: 200_000, input: 4, output: 18 }] },
  intelligence: { score: 75 },
  speed: { output_tps: 80, ttft_ms: 1500 },
};
const catalog: Catalog = {
  name: "worked",
  hash: "abc",
  models: [
    sonnet5,
    { id: "anthropic/claude-3-sonnet-20240229", status: "retired", replaced_by: "anthropic/claude-sonnet-5" },
  ],
  families: [{ id: "claude-sonnet", tokens: ["claude", "sonnet"], tier: "mid" }],
};
const modelPreferences = {
  hints: [{ name: "claude-3-sonnet" }],
  costPriority: 0.3,
  speedPriority: 0.8,
  intelligencePriority: 0.5,
};

test("the worked example of design section 6, to the last digit", () => {
  expect(createPlainRouter(catalog).explain({ modelPreferences })).toEqual({
    schema: "modelpref-explanation/1",
    catalog: { name: "worked", hash: "abc", models: 2, profile: 1 },
    request: {
      modelPreferences,
      inputTokens: 1500,
      expectedOutputTokens: 500,
      maxTokens: null,
      needs: { tools: false, structuredOutput: false, input: ["text"], output: ["text"] },
      limits: {},
      server: null,
    },
    policy: {
      profile: 1,
      defaults: {},
      fallback: { cost: 1, speed: 1, intelligence: 1 },
      client: {},
      client_share: 0,
      matching: "default",
      equivalence: "after-names",
      limits: {},
    },
    weights: { cost: 0.3, speed: 0.8, intelligence: 0.5 },
    pick: "anthropic/claude-sonnet-5",
    ranked: [
      {
        rank: 1,
        id: "anthropic/claude-sonnet-5",
        match: { class: "successor", pass: 0, hintIndex: 0, hint: "claude-3-sonnet" },
        outputShortfall: false,
        score: 0.9272072,
        base: 1.689079,
        criteria: {
          cost: {
            raw: 0.008,
            unit: "USD",
            reference: 0.0035,
            utility: 0.398112,
            weight: 0.3,
            contribution: 0.1194336,
            assumed: false,
          },
          speed: {
            raw: 7.75,
            unit: "s",
            reference: 9.133333333333335,
            utility: 0.540967,
            weight: 0.8,
            contribution: 0.4327736,
            assumed: false,
          },
          intelligence: {
            raw: 75,
            unit: "index",
            reference: 100,
            utility: 0.75,
            weight: 0.5,
            contribution: 0.375,
            assumed: false,
          },
        },
      },
    ],
    excluded: [
      {
        id: "anthropic/claude-3-sonnet-20240229",
        reasons: [{ code: "retired", has: "retired", message: "retired, replaced by anthropic/claude-sonnet-5" }],
      },
    ],
    whatIf: [],
    warnings: [],
  } satisfies Explanation);
});

test("top cuts the list and says how long it was", () => {
  const router = createPlainRouter({ models: [{ id: "a/a" }, { id: "a/b" }, { id: "a/c" }] });
  expect(router.explain({}, { top: 1 })).toMatchObject({ ranked: [{ id: "a/a" }], rankedTotal: 3, pick: "a/a" });
  expect(router.explain({}, { top: 1.9 }).ranked).toHaveLength(1);
  expect(router.explain({}, { top: 0 }).ranked).toEqual([]);
  expect(router.explain({}, { top: -1 }).ranked).toEqual([]);
  expect(router.explain({})).not.toHaveProperty("rankedTotal");
});

test("warnings: hints that find nothing, assumptions and an unknown window of the pick", () => {
  const { warnings } = createPlainRouter({ models: [{ id: "a/b", speed: { output_tps: 50 } }] }).explain({
    modelPreferences: { hints: [{ name: "zzz" }, { name: "b" }], costPriority: 1.5 },
    maxTokens: Number.NaN,
    inputTokens: -1,
  });
  expect(warnings).toEqual([
    { code: "priority-out-of-range", message: "costPriority: expected a number from 0 to 1, received 1.5; read as 1" },
    {
      code: "tokens-out-of-range",
      message: "inputTokens: expected a whole number from 0 to 1000000000, received -1; read as 0",
    },
    { code: "not-a-number", message: "maxTokens: expected a finite number, received NaN; counts as not stated" },
    { code: "hint-unmatched", message: 'the hint "zzz" matches no model that can serve the request' },
    { code: "assumed", message: "a/b: price is not known: it counts as the dearest" },
    { code: "assumed", message: "a/b: time to the first token is assumed" },
    { code: "assumed", message: "a/b: intelligence is not rated: it counts as 0" },
    { code: "context-unknown", message: "a/b: context window is not known: the prompt may not fit" },
  ]);
});

const messagesOf = (catalog: Catalog, request: RoutingRequest): string[] =>
  createPlainRouter(catalog)
    .explain(request)
    .warnings.map(({ message }) => message);

test("a hint is told to be unmatched only where it finds none of the models that can serve", () => {
  const known = { limit: { context: 1e6 }, cost: { input: 1, output: 1 }, intelligence: { score: 1 } };
  const speed = { output_tps: 50, ttft_ms: 500 };
  const models = ["a/gpt", "a/claude"].map((id) => ({ id, speed, ...known }));
  const asked = (...names: string[]): RoutingRequest => ({
    modelPreferences: { hints: names.map((name) => ({ name })) },
  });
  expect(messagesOf({ models }, asked("claude", "gpt"))).toEqual([]);
  expect(messagesOf({ models }, { ...asked("claude", "gpt"), unavailable: ["a/gpt"] })).toEqual([
    'the hint "gpt" matches no model that can serve the request',
  ]);
  expect(messagesOf({ models: [] }, asked("gpt"))).toEqual([
    'the hint "gpt" matches no model that can serve the request',
  ]);
});

test("assumptions are told of the pick alone: what it lacks, and no window where either limit is known", () => {
  const rated = { cost: { input: 1, output: 1 }, intelligence: { score: 1 } };
  const other = { id: "z/lacks-all" };
  expect(messagesOf({ models: [{ id: "a/b", ...rated, limit: { input: 1e6 } }, other] }, {})).toEqual([
    "a/b: speed is not known: it counts as the slowest",
  ]);
  expect(messagesOf({ models: [{ id: "a/b", ...rated, limit: { context: 1e6 } }, other] }, {})).toEqual([
    "a/b: speed is not known: it counts as the slowest",
  ]);
});
