import { expect, test } from "vitest";
import { effectiveModels, isInUse } from "./effective-model.ts";

const families = [{ id: "f", tokens: ["f"], tier: "mid" as const }];

test("what the id and the family say by default is filled in, in the order of the catalog's format", () => {
  const [model] = effectiveModels({ models: [{ id: "a/b/c", family: "f", cost: { input: 1 } }], families });
  expect(Object.entries(model ?? {})).toEqual([
    ["id", "a/b/c"],
    ["provider", "a"],
    ["model", "b/c"],
    ["family", "f"],
    ["tier", "mid"],
    ["status", "active"],
    ["enabled", true],
    ["billing", "metered"],
    ["cost", { input: 1 }],
  ]);
});

test("what is stated stays", () => {
  const stated = {
    id: "a/b",
    provider: "x",
    model: "y",
    tier: "large",
    status: "retired",
    enabled: false,
    billing: "free",
  } as const;
  const [model] = effectiveModels({ models: [stated], families });
  expect(model).toEqual(stated);
  expect(model && isInUse(model)).toBe(false);
});
