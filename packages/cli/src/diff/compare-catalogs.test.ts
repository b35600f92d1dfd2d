import type { Catalog } from "@modelpref/router";
import { expect, test } from "vitest";
import { compareCatalogs } from "./compare-catalogs.ts";

const CATALOG: Catalog = {
  models: [
    { id: "a/one", cost: { input: 1, output: 2 }, modalities: { input: ["text"] } },
    { id: "a/two", family: "line" },
  ],
  families: [{ id: "line", tokens: ["line"], tier: "mid" }],
  policy: { defaults: { cost: 0.2 } },
};

test("the same catalog, in another order and with defaults written out, has not changed", () => {
  const [one, two] = CATALOG.models;
  const written = [
    { ...two, id: "a/two", status: "active" as const, tier: "mid" as const },
    { ...one, id: "a/one", provider: "a" },
  ];
  expect(compareCatalogs(CATALOG, { ...CATALOG, models: written })).toEqual({ added: [], removed: [], changed: [] });
});

test("models and families that come and go, and fields with both values", () => {
  const after: Catalog = {
    models: [
      { id: "a/one", cost: { input: 10, output: 2 }, modalities: { input: ["text", "image"] }, tool_call: true },
      { id: "a/three" },
    ],
    policy: { defaults: { cost: 0.3 }, limits: { deny: ["b/*"] } },
  };
  expect(compareCatalogs(CATALOG, after)).toEqual({
    added: ["a/three"],
    removed: ["a/two", "family line"],
    changed: [
      { entry: "a/one", field: "modalities.input", old: ["text"], new: ["text", "image"] },
      { entry: "a/one", field: "cost.input", old: 1, new: 10 },
      { entry: "a/one", field: "tool_call", old: null, new: true },
      { entry: "policy", field: "defaults.cost", old: 0.2, new: 0.3 },
      { entry: "policy", field: "limits.deny", old: null, new: ["b/*"] },
    ],
  });
});

test("a key that every object has is no field unless it is stated", () => {
  const policy = { servers: Object.fromEntries([["constructor", { matching: "strict" as const }]]) };
  expect(compareCatalogs({ models: [] }, { models: [], policy }).changed).toEqual([
    { entry: "policy", field: "servers.constructor.matching", old: null, new: "strict" },
  ]);
});
