import { expect, test } from "vitest";
import { type Catalog, createPlainRouter, createRouter, type Model, type RoutingRequest } from "./index.ts";

const SPEED = { output_tps: 60, ttft_ms: 800 };
const hints = (...names: string[]): RoutingRequest => ({
  modelPreferences: { hints: names.map((name) => ({ name })) },
});

/** What alone makes the first model come before the second, which the id would put first. */
const DECISIONS: [string, Partial<Model>, Partial<Model>, RoutingRequest][] = [
  ["any match before none", { name: "gpt" }, {}, hints("gpt")],
  ["a name before what resembles it", { name: "mini" }, { name: "gemini" }, hints("mini")],
  ["the earlier hint", { name: "gpt" }, { name: "claude" }, hints("gpt", "claude")],
  ["the better class", { name: "gpt" }, { name: "gpt-max" }, hints("gpt")],
  ["enough output before too little", {}, { limit: { output: 99 } }, { maxTokens: 100 }],
  [
    "enough output in a match group",
    { name: "gpt" },
    { name: "gpt", limit: { output: 99 } },
    { ...hints("gpt"), maxTokens: 100 },
  ],
  [
    "the higher score",
    { intelligence: { score: 70 }, speed: { output_tps: 1, ttft_ms: 800 } },
    { intelligence: { score: 60 }, speed: { output_tps: 600, ttft_ms: 0 } },
    { modelPreferences: { intelligencePriority: 0.001 } },
  ],
  ["the higher base", { intelligence: { score: 60 } }, { intelligence: { score: 50 } }, {}],
  ["a score of 0 before an unknown one", { intelligence: { score: 0 } }, {}, {}],
  [
    "the higher score, where both utilities round to the same",
    { intelligence: { score: 50.00001 } },
    { intelligence: { score: 50 } },
    {},
  ],
  [
    "the lower cost, where both utilities round to the same",
    { cost: { input: 1, output: 4 } },
    { cost: { input: 1, output: 4.00001 } },
    {},
  ],
  ["a known cost before an unknown one, the base being equal", { cost: { input: 1, output: 4 } }, { speed: SPEED }, {}],
  [
    "the shorter time, where both utilities round to the same",
    { speed: { ...SPEED, ttft_ms: 799.9999 } },
    { speed: SPEED },
    {},
  ],
];

function order(
  models: readonly Model[],
  request: RoutingRequest,
  create: (catalog: Catalog) => ReturnType<typeof createRouter>,
): string[] {
  return Array.from(create({ models: [...models] }).rank(request), ({ id }) => id);
}

test.each(DECISIONS)("%s comes first, whatever the order of the catalog", (_, first, second, request) => {
  const models = [
    { id: "z/z", ...first },
    { id: "a/a", ...second },
  ];
  for (const create of [createPlainRouter, createRouter]) {
    expect(order(models, request, create)).toEqual(["z/z", "a/a"]);
    expect(order(models.toReversed(), request, create)).toEqual(["z/z", "a/a"]);
  }
});

test("where nothing else decides the id does, by code unit", () => {
  const models = ["b/a", "a/b", "B/a", "a/a"].map((id): Model => ({ id }));
  for (const create of [createPlainRouter, createRouter]) {
    expect(order(models, {}, create)).toEqual(["B/a", "a/a", "a/b", "b/a"]);
  }
});
