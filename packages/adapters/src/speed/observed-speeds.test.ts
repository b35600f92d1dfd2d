import { expect, test } from "vitest";
import { ObservedSpeeds } from "./observed-speeds.ts";

const answer = (outputTokens: number, firstTokenMs?: number) => ({
  model: "m",
  content: [],
  usage: { inputTokens: 1, outputTokens },
  firstTokenMs,
});

function speedAfter(...notes: [tokens: number, milliseconds: number, firstTokenMs?: number][]) {
  const speeds = new ObservedSpeeds();
  for (const [tokens, milliseconds, first] of notes) speeds.note("a/b", answer(tokens, first), milliseconds);
  return speeds.applyTo({ models: [{ id: "a/b" }] }).models[0]?.speed;
}

test("the first answer counts whole, a later one a fifth", () => {
  expect(speedAfter([100, 2000])).toEqual({ output_tps: 50, ttft_ms: 0, observed: true });
  expect(speedAfter([100, 2000], [100, 1000])).toEqual({ output_tps: 60, ttft_ms: 0, observed: true });
  expect(speedAfter([100, 2500, 500])).toEqual({ output_tps: 50, ttft_ms: 500, observed: true });
});

test("what cannot be measured is not learnt from, and what cannot be true is bounded", () => {
  expect(speedAfter([15, 1000], [100, 0], [100, 100, 200])).toBeUndefined();
  expect(speedAfter([1e9, 1])?.output_tps).toBe(10_000);
  expect(speedAfter([16, 1e9])?.output_tps).toBe(0.1);
});

test("models that left the catalog are forgotten", () => {
  const speeds = new ObservedSpeeds();
  speeds.note("a/b", answer(100), 1000);
  speeds.applyTo({ models: [] });
  expect(speeds.applyTo({ models: [{ id: "a/b" }] }).models).toEqual([{ id: "a/b" }]);
});
