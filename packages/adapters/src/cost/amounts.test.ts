import type { Model } from "@modelpref/router";
import { expect, test } from "vitest";
import { realAmounts, worstCase } from "./amounts.ts";

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

test("the worst case is rounded as what it came to is", () => {
  const model: Model = { id: "a/b", cost: { input: 0.1, output: 0.1, cache_write: 0.7 } };
  const usage = { inputTokens: 3, outputTokens: 1, cacheWriteTokens: 3 };
  expect(worstCase(model, { inputTokens: 3, maxTokens: 1 })).toEqual(realAmounts(model, usage));
});

test("a count that contradicts itself, and what is no number, are not known", () => {
  const model: Model = { id: "a/b", cost: { input: 3, output: 15, cache_read: 0.3 } };
  const unknown = { requests: 1, tokens: undefined, usd: undefined };
  expect(realAmounts(model, { inputTokens: 5, outputTokens: 100, cacheReadTokens: 3000 })).toEqual(unknown);
  const beyond = { inputTokens: 1e308, outputTokens: 1e308, cacheReadTokens: 1e308 };
  expect(realAmounts({ id: "a/b", cost: { input: 100, output: 100, cache_read: 0 } }, beyond).usd).toBe(undefined);
  // A limit of a catalog that nobody checked bounds nothing.
  for (const output of [Number.NaN, -5])
    expect(worstCase({ ...model, limit: { output } }, { inputTokens: 5, maxTokens: 7 }).tokens).toBe(12);
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
