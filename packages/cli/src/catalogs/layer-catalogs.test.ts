import { expect, test } from "vitest";
import { layerCatalogs } from "./layer-catalogs.ts";

test("one catalog stays as it is", () => {
  const only = { models: [{ id: "a/b" }], hash: "1" };
  expect(layerCatalogs([only])).toBe(only);
});

test("later models, families and policies take the place of earlier ones", () => {
  const low = {
    name: "low",
    hash: "1",
    models: [{ id: "a/one", name: "low" }, { id: "a/two" }],
    families: [{ id: "f", tokens: ["low"] }],
    policy: { client_share: 0.1 },
  };
  const high = { name: "high", models: [{ id: "a/one", family: "f" }], families: [{ id: "f", tokens: ["high"] }] };
  expect(layerCatalogs([low, high])).toEqual({
    name: "low + high",
    models: [{ id: "a/one", family: "f" }, { id: "a/two" }],
    families: [{ id: "f", tokens: ["high"] }],
    policy: { client_share: 0.1 },
  });
});
