import { fc, test } from "@fast-check/vitest";
import type { Cost, Model } from "@modelpref/router";
import { expect } from "vitest";
import { realAmounts, worstCase } from "./amounts.ts";

const price = fc.oneof(fc.constantFrom(0, 0.1, 3, 15), fc.double({ min: 0, max: 100, noNaN: true }));
const optional = fc.option(price, { nil: undefined });
const tier = fc.record({ above: fc.nat(300_000), input: price, output: price, cache_write: optional });
const cost = fc.record({
  ...{ input: price, output: price, cache_read: optional, cache_write: optional },
  tiers: fc.uniqueArray(tier, { maxLength: 3, selector: ({ above }) => above }),
});
const share = fc.double({ min: 0, max: 1, noNaN: true });

test.prop([cost, fc.nat(400_000), fc.integer({ min: 1, max: 100_000 }), share, share, share, share])(
  "no call within its estimate comes to more than its worst case",
  (cost, inputTokens, maxTokens, ...[input, output, read, write]) => {
    const model: Model = { id: "a/b", cost: cost as Cost };
    const used = Math.floor(inputTokens * input);
    const cacheReadTokens = Math.floor(used * read);
    const cacheWriteTokens = Math.floor((used - cacheReadTokens) * write);
    const usage = {
      inputTokens: used,
      outputTokens: Math.floor(maxTokens * output),
      cacheReadTokens,
      cacheWriteTokens,
    };
    const real = realAmounts(model, usage);
    const worst = worstCase(model, { inputTokens, maxTokens });
    // A price that may turn out unknown is unknown (metered at 0/0 is): such a model is not called.
    expect(real.usd ?? 0).toBeLessThanOrEqual(worst.usd ?? Number.POSITIVE_INFINITY);
    expect(real.tokens ?? 0).toBeLessThanOrEqual(worst.tokens ?? 0);
  },
);

test("amounts are whole millionths, rounded up, whatever the fractions add", () => {
  const model: Model = { id: "a/b", cost: { input: 1.1, output: 0.57 } };
  expect(realAmounts(model, { inputTokens: 1_000_000, outputTokens: 0 }).usd).toBe(1_100_000);
  expect(realAmounts(model, { inputTokens: 0, outputTokens: 1_000_000 }).usd).toBe(570_000);
  expect(realAmounts(model, { inputTokens: 1, outputTokens: 1 }).usd).toBe(2);
});

test("what is not known stays so", () => {
  const usage = { inputTokens: 1, outputTokens: 1 };
  expect(realAmounts({ id: "a/b" }, usage)).toEqual({ requests: 1, tokens: 2, usd: undefined });
  expect(realAmounts(undefined, undefined)).toEqual({ requests: 1, tokens: undefined, usd: undefined });
  expect(worstCase(undefined, { inputTokens: 5, maxTokens: 7 })).toEqual({ requests: 1, tokens: 12, usd: undefined });
});

test("a model at no cost comes to nothing, and one that writes less to what it can write", () => {
  const asked = { inputTokens: 10, maxTokens: 1e9 };
  expect(worstCase({ id: "a/b", billing: "local" }, asked).usd).toBe(0);
  expect(worstCase({ id: "a/b", limit: { output: 100 }, cost: { input: 0, output: 1 } }, asked)).toMatchObject({
    ...{ tokens: 110, usd: 100 },
  });
});

test("no number is too large", () => {
  const model: Model = { id: "a/b", cost: { input: 1e9, output: 1e9 } };
  expect(worstCase(model, { inputTokens: 1e9, maxTokens: 1e9 }).usd).toBe(2e15);
  expect(realAmounts(model, { inputTokens: 1e300, outputTokens: 1e308 })).toEqual({
    requests: 1,
    tokens: 2e15,
    usd: 2e15,
  });
});
