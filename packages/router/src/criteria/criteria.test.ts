import { expect, test } from "vitest";
import { readEntry } from "../catalog/entry.ts";
import type { Cost, Model } from "../catalog/model.ts";
import { NameReader } from "../names/name-reader.ts";
import { cost, costOf } from "./cost.ts";
import { intelligence } from "./intelligence.ts";
import { secondsOf, speed } from "./speed.ts";

const entry = (model: Partial<Model>) => readEntry({ id: "x/y", ...model }, 0, new Map(), new NameReader(new Set()));
const usd = (price: Cost | undefined, billing?: Model["billing"], inputTokens = 1e6) =>
  costOf(entry({ cost: price, billing }), inputTokens, 1e6);

test("cost is the tokens' price in USD; both prices known, else unknown", () => {
  expect(usd({ input: 2, output: 10 })).toBe(12);
  expect(usd({ input: 2 })).toBe(undefined);
  expect(usd({ output: 10 })).toBe(undefined);
  expect(usd(undefined)).toBe(undefined);
});

test("impossible prices are unknown", () => {
  for (const input of [Number.NaN, -1, Number.POSITIVE_INFINITY, 1e10, "2"]) {
    expect(usd({ input: input as number, output: 1 })).toBe(undefined);
  }
});

test("billing decides what 0 means", () => {
  expect(usd({ input: 0, output: 0 })).toBe(undefined);
  expect(usd({ input: 0, output: 1 })).toBe(1);
  expect(usd({ input: 0, output: 0 }, "free")).toBe(0);
  expect(usd(undefined, "local")).toBe(0);
  expect(usd({ input: 3 }, "local")).toBe(3);
  expect(usd({ input: 2, output: 10 }, "subscription")).toBe(0);
});

test("the highest tier below the prompt's tokens prices the whole request", () => {
  const price = {
    input: 1,
    output: 1,
    tiers: [
      { above: 1000, input: 2 },
      { above: 2000, input: 4, output: 3 },
    ],
  };
  expect(usd(price, undefined, 1000)).toBe(1.001);
  expect(usd(price, undefined, 1001)).toBe(1.002002);
  expect(usd({ ...price, tiers: price.tiers.toReversed() }, undefined, 2001)).toBe(3.008004);
});

test("time is the first token and the rest; an unknown first token is the profile's, marked assumed", () => {
  expect(secondsOf(entry({ speed: { output_tps: 80, ttft_ms: 1500 } }), 500)).toEqual({ raw: 7.75, assumed: false });
  expect(secondsOf(entry({ speed: { output_tps: 100 } }), 500)).toEqual({ raw: 5.8, assumed: true });
  expect(secondsOf(entry({ speed: { ttft_ms: 100 } }), 500)).toEqual({ raw: null, assumed: true });
  expect(secondsOf(entry({ speed: { output_tps: 0 } }), 500)).toEqual({ raw: null, assumed: true });
  expect(secondsOf(entry({ speed: { output_tps: 5e-324 } }), 500)).toEqual({ raw: null, assumed: true });
});

test("the profile's own values have utility 1/2, free is 1", () => {
  const size = { inputTokens: 1500, expectedOutputTokens: 500 };
  expect(cost.utility(cost.reference(size), cost.reference(size))).toBe(0.5);
  expect(speed.utility(speed.reference(size), speed.reference(size))).toBe(0.5);
  expect(cost.utility(0, cost.reference(size))).toBe(1);
  expect(intelligence.utility(75, intelligence.reference(size))).toBe(0.75);
});

test("a rating outside 0..100 is unknown", () => {
  const rated = (score: number) =>
    intelligence.measure(entry({ intelligence: { score } }), { inputTokens: 1, expectedOutputTokens: 1 });
  expect(rated(100)).toEqual({ raw: 100, assumed: false });
  expect(rated(101)).toEqual({ raw: null, assumed: true });
});
