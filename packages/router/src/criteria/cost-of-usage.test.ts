import { expect, test } from "vitest";
import type { Model } from "../catalog/model.ts";
import { costOfUsage } from "./cost-of-usage.ts";

const million = { inputTokens: 1e6, outputTokens: 1e6 };
const priced: Model = {
  id: "a/b",
  cost: {
    input: 2,
    output: 10,
    cache_read: 0.2,
    cache_write: 2.5,
    tiers: [{ above: 200_000, input: 4, output: 20, cache_read: 0.4 }],
  },
};

test.for<[string, Model, Parameters<typeof costOfUsage>[1], number | undefined]>([
  ["a price", { id: "a/b", cost: { input: 2, output: 10 } }, million, 12],
  ["the tier of the tokens", priced, million, 24],
  [
    "cached tokens",
    priced,
    { inputTokens: 1e5, outputTokens: 0, cacheReadTokens: 5e4, cacheWriteTokens: 1e4 },
    0.2 - 0.09 + 0.005,
  ],
  ["cached tokens of a tier", priced, { ...million, cacheReadTokens: 1e6 }, 20.4],
  [
    "cached tokens without a price of their own",
    { id: "a/b", cost: { input: 2, output: 10 } },
    { ...million, cacheReadTokens: 1e6 },
    12,
  ],
  ["no price", { id: "a/b" }, million, undefined],
  ["half a price", { id: "a/b", cost: { input: 2 } }, million, undefined],
  ["a local model", { id: "a/b", billing: "local" }, million, 0],
  ["a subscription", { ...priced, billing: "subscription" }, { ...million, cacheReadTokens: 1e6 }, 0],
])("%s", ([, model, usage, expected]) => {
  const cost = costOfUsage(model, usage);
  if (expected === undefined) expect(cost).toBeUndefined();
  else expect(cost).toBeCloseTo(expected, 12);
});
