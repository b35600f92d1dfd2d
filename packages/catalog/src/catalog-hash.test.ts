import { expect, test } from "vitest";
import { catalogHash } from "./catalog-hash.ts";
import { parseCatalog } from "./parse-catalog.ts";

function hashOf(...lines: string[]): string | undefined {
  return parseCatalog(["version: 1", ...lines].join("\n")).catalog?.hash;
}

test("16 hexadecimal digits", () => {
  expect(hashOf()).toMatch(/^[0-9a-f]{16}$/);
});

test("what is said counts, not how it is written", () => {
  const hash = hashOf("models: [{ id: a/b, name: x, cost: { input: 2, output: 4 } }, { id: c/d }]");
  expect(
    hashOf(
      "models:",
      "  # a comment",
      "  - id: c/d",
      "  - cost: { output: 4.0, input: 2e0 }",
      "    name: 'x'",
      "    id: a/b",
    ),
  ).toBe(hash);
  expect(
    hashOf(
      "name: other",
      "updated: 2026",
      "models: [{ id: a/b, name: x, cost: { input: 2, output: 4 } }, { id: c/d }]",
    ),
  ).toBe(hash);
});

test.for([
  ["models: [{ id: a/b, cost: { input: 3 } }]"],
  ["models: [{ id: a/b, cost: { output: 2 } }]"],
  ["models: [{ id: a/c, cost: { input: 2 } }]"],
  ["models: [{ id: a/b, cost: { input: 2 } }, { id: c/d }]"],
  ["models: [{ id: a/b, cost: { input: 2 } }]", "policy: { matching: strict }"],
  ["models: [{ id: a/b, cost: { input: 2 } }]", "families: [{ id: x, tokens: [x] }]"],
])("%j is another catalog", (lines) => {
  expect(hashOf(...lines)).toBeDefined();
  expect(hashOf(...lines)).not.toBe(hashOf("models: [{ id: a/b, cost: { input: 2 } }]"));
});

test("the order of servers and of tokens counts", () => {
  expect(hashOf("policy: { servers: { a: {}, b: {} } }")).not.toBe(hashOf("policy: { servers: { b: {}, a: {} } }"));
  expect(hashOf("families: [{ id: x, tokens: [a, b] }]")).not.toBe(hashOf("families: [{ id: x, tokens: [b, a] }]"));
});

test("a catalog made by hand has the hash of the same catalog as YAML", () => {
  expect(catalogHash({ models: [{ id: "a/b", name: undefined }] })).toBe(hashOf("models: [{ id: a/b }]"));
});
