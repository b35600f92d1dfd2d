import { expect, test } from "vitest";
import { closest } from "./suggestion.ts";

const WORDS = ["cost", "context", "max_cost_usd", "max_seconds"];

test.for([
  ["coste", "cost"],
  ["COST", "cost"],
  ["max-cost-usd", "max_cost_usd"],
  ["max_cost", "max_cost_usd"],
  ["max", undefined],
  ["xy", undefined],
  ["", undefined],
  ["c".repeat(1_000_000), undefined],
])("%s: %s", ([word, candidate]) => {
  expect(closest(word ?? "", WORDS)).toBe(candidate);
});

test("the first of equally similar candidates is suggested", () => {
  expect(closest("modex", ["model", "modem"])).toBe("model");
  expect(closest("modex", ["modem", "model"])).toBe("modem");
});
