import { fc, test } from "@fast-check/vitest";
import { type Cost, costOfUsage, type Model } from "@modelpref/router";
import { expect } from "vitest";
import { worstCost } from "./worst-cost.ts";

const price = fc.oneof(fc.constantFrom(0, 0.1, 3, 15), fc.double({ min: 0, max: 100, noNaN: true }));
const optional = fc.option(price, { nil: undefined });
const tier = fc.record({ above: fc.nat(300_000), input: price, output: price, cache_write: optional });
const cost = fc.record({
  ...{ input: price, output: price, cache_read: optional, cache_write: optional },
  tiers: fc.uniqueArray(tier, { maxLength: 3, selector: ({ above }) => above }),
});
const share = fc.double({ min: 0, max: 1, noNaN: true });

test.prop([cost, fc.nat(400_000), fc.integer({ min: 1, max: 100_000 }), share, share, share, share])(
  "no call of so many tokens costs more than its worst case",
  (cost, inputTokens, maxTokens, ...[input, output, read, write]) => {
    const model: Model = { id: "a/b", cost: cost as Cost };
    const used = Math.floor(inputTokens * input);
    const cacheReadTokens = Math.floor(used * read);
    const cacheWriteTokens = Math.floor((used - cacheReadTokens) * write);
    const outputTokens = Math.floor(maxTokens * output);
    const real = costOfUsage(model, { inputTokens: used, outputTokens, cacheReadTokens, cacheWriteTokens });
    // A price that may turn out unknown is unknown (metered at 0/0 is): such a model is not called on a budget.
    const worst = worstCost(model, { inputTokens, maxTokens }) ?? Number.POSITIVE_INFINITY;
    expect(real ?? 0).toBeLessThanOrEqual(worst * (1 + 1e-12));
  },
);

test("an answer is no longer than the model can write", () => {
  const model = { id: "a/b", limit: { output: 100 }, cost: { input: 0, output: 1 } };
  expect(worstCost(model, { inputTokens: 10, maxTokens: 1e9 })).toBe(100 / 1e6);
});
