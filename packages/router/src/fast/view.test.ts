import { expect, test } from "vitest";
import { readEntry } from "../catalog/entry.ts";
import type { Model } from "../catalog/model.ts";
import { NameReader } from "../names/name-reader.ts";
import { mergePolicies } from "../policy/effective-policy.ts";
import { bytesOf, createView, type View } from "./view.ts";

const SIZE = { inputTokens: 1500, expectedOutputTokens: 500 };

function viewOf(models: readonly Model[], shortOf: readonly string[] = []): View {
  const entries = models.map((model, place) => readEntry(model, place, new Map(), new NameReader(new Set())));
  return createView(entries, SIZE, mergePolicies([]), ({ id }) => shortOf.includes(id));
}

test("positions are in the order of the tie-break", () => {
  const view = viewOf([{ id: "a/b" }, { id: "a/rated", intelligence: { score: 50 } }, { id: "a/a" }]);
  expect(view.entries.map(({ id }) => id)).toEqual(["a/rated", "a/a", "a/b"]);
  expect([...view.intelligence]).toEqual([500_000, 0, 0]);
  expect([...view.base]).toEqual([500_000_000, 0, 0]);
});

test("models whose output falls short can win only where all do", () => {
  const models = [{ id: "a/a" }, { id: "a/b" }];
  const winners = (shortOf: string[]): string[] => {
    const { entries, unhinted } = viewOf(models, shortOf);
    return Array.from(unhinted, (position) => entries[position]?.id ?? "");
  };
  expect(winners([])).toEqual(["a/a"]);
  expect(winners(["a/a"])).toEqual(["a/b"]);
  expect(winners(["a/a", "a/b"])).toEqual(["a/a"]);
});

test("the bytes that a view counts for are no less than its arrays and all that may be remembered with it", () => {
  const models = Array.from({ length: 1000 }, (_, index): Model => ({ id: `a/${index}` }));
  const view = viewOf(models);
  const arrays = [view.cost, view.speed, view.intelligence, view.base, view.shortfall, view.unhinted];
  const heads = 5e5;
  expect(bytesOf(view)).toBeGreaterThan(arrays.reduce((sum, { byteLength }) => sum + byteLength, heads));
  expect(bytesOf(view)).toBeLessThan(heads + 1000 * 40);
});
