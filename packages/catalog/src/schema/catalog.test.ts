import { expect, test } from "vitest";
import { catalogSchema } from "./catalog.ts";

test("only the version is required of a catalog, and only the id of a model", () => {
  expect(catalogSchema.parse({ version: 1 })).toEqual({ version: 1 });
  const models = [{ id: "ollama/llama3.3" }];
  expect(catalogSchema.parse({ version: 1, models })).toEqual({ version: 1, models });
});

test.for([
  ["2026", true],
  ["2026-11", true],
  ["2026-11-22", true],
  ["2024-02-29", true],
  [2026, true],
  ["2026-02-29", false],
  ["2026-13", false],
  ["2026-1", false],
  ["22.11.2026", false],
  [2026.11, false],
  [20261122, false],
])("date %s: %s", ([date, valid]) => {
  expect(catalogSchema.safeParse({ version: 1, updated: date }).success).toBe(valid);
});

test("a bare year becomes text", () => {
  expect(catalogSchema.parse({ version: 1, updated: 2026 })["updated"]).toBe("2026");
});

test.for([
  ["openai/gpt-5.5", true],
  ["openrouter/openai/gpt-5.5", true],
  ["a/b", true],
  ["a//b", true],
  ["gpt-5.5", false],
  ["/gpt-5.5", false],
  ["openai/", false],
  ["openai/ ", false],
  [" /gpt", false],
  ["", false],
  ["a/b\nc", false],
  [`a/${"b".repeat(254)}`, true],
  [`a/${"b".repeat(255)}`, false],
])("id %s: %s", ([id, valid]) => {
  expect(catalogSchema.safeParse({ version: 1, models: [{ id }] }).success).toBe(valid);
});

test.for([
  [0, true],
  [1e9, true],
  [0.000001, true],
  [-0.1, false],
  [1e9 + 1, false],
  [Number.POSITIVE_INFINITY, false],
  [Number.NaN, false],
  ["1", false],
])("price %s: %s", ([input, valid]) => {
  expect(catalogSchema.safeParse({ version: 1, models: [{ id: "a/b", cost: { input } }] }).success).toBe(valid);
});

test.for([
  [{ defaults: { cost: 1 } }, true],
  [{ defaults: { cost: 1.01 } }, false],
  [{ client_share: 0.5 }, true],
  [{ client_share: 2 }, false],
  [{ profile: 2 }, false],
  [{ matching: "strict", equivalence: "off" }, true],
  [{ equivalence: "never" }, false],
  [{ limits: { allow: [] } }, true],
  [{ servers: { "x-*": { limits: { max_cost_usd: 0.01 } } } }, true],
  [{ servers: { "x-*": { profile: 1 } } }, false],
  [{ servers: { "": {} } }, false],
])("policy %j: %s", ([policy, valid]) => {
  expect(catalogSchema.safeParse({ version: 1, policy }).success).toBe(valid);
});
