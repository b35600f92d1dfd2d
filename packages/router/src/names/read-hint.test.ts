import { expect, test } from "vitest";
import type { Family } from "../catalog/catalog.ts";
import type { Model, Tier } from "../catalog/model.ts";
import { prepareCatalog } from "../catalog/prepared-catalog.ts";
import { readHint } from "./read-hint.ts";

const FAMILIES: Family[] = [
  { id: "gpt", tokens: ["gpt"], tier: "large" },
  { id: "claude", tokens: ["claude"], tier: "mid" },
  { id: "plain", tokens: ["davinci"] },
];

function denotedBy(written: string, ...models: Model[]): { family: string | undefined; tier: Tier | undefined } {
  const retired = models.map((model): Model => ({ status: "retired", ...model }));
  const { family, tier } = readHint({ index: 0, written }, prepareCatalog({ models: retired, families: FAMILIES }));
  return { family, tier };
}

test("a hint denotes the family whose words it holds, and that family's tier", () => {
  expect(denotedBy("gpt-5")).toEqual({ family: "gpt", tier: "large" });
  expect(denotedBy("mistral")).toEqual({ family: undefined, tier: undefined });
});

test("a retired model that it names tells better: its family, and its tier or its family's", () => {
  expect(denotedBy("gpt-old", { id: "x/gpt-old", family: "claude" })).toEqual({ family: "claude", tier: "mid" });
  expect(denotedBy("gpt-old", { id: "x/gpt-old", family: "claude", tier: "nano" })).toEqual({
    family: "claude",
    tier: "nano",
  });
  expect(denotedBy("gpt-old", { id: "x/gpt-old", family: "plain" })).toEqual({ family: "plain", tier: undefined });
  expect(denotedBy("gpt-old", { id: "x/gpt-old" })).toEqual({ family: "gpt", tier: "large" });
});

test("a model that is not retired, or that the hint does not name, tells nothing", () => {
  expect(denotedBy("gpt-old", { id: "x/gpt-old", family: "claude", status: "active" }).family).toBe("gpt");
  expect(denotedBy("gpt-old", { id: "x/other", family: "claude" }).family).toBe("gpt");
});

test("exactly named before another way to write the name, then the smallest id, whatever the order", () => {
  const another: Model = { id: "a/old-20240101", family: "claude" };
  const later: Model = { id: "c/old", family: "plain" };
  const exact: Model = { id: "b/old", family: "gpt" };
  expect(denotedBy("old", another).family).toBe("claude");
  expect(denotedBy("old", another, later, exact).family).toBe("gpt");
  expect(denotedBy("old", exact, later, another).family).toBe("gpt");
});
