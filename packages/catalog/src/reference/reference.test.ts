import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { catalogJsonSchema, type JsonSchema } from "../json-schema/json-schema.ts";
import { fieldGroups } from "./fields.ts";
import { catalogReference } from "./reference.ts";
import { typeInWords, valuesInWords } from "./words.ts";

test("the page in docs is the one of today's schema (if not: npm run reference)", () => {
  const page = readFileSync(new URL("../../../../docs/catalog-reference.md", import.meta.url), "utf8");
  expect(page).toBe(catalogReference(catalogJsonSchema()));
});

test("every key of the schema has its row or stands in a map that is described elsewhere", () => {
  const groups = fieldGroups(catalogJsonSchema());
  const paths = groups.flatMap(({ fields }) => fields.map(({ path }) => path));
  expect(paths).toContain("models[].cost.tiers[].above");
  expect(paths).toContain("policy.servers.*.limits");
  expect(groups.filter(({ sameAs }) => sameAs === "policy.limits").map(({ path }) => path)).toEqual([
    "policy.servers.*.limits",
  ]);
});

test.for<[JsonSchema, string, string]>([
  [{ type: "string", enum: ["a", "b"] }, "text", "`a`, `b`"],
  [{ type: "number", minimum: 0, maximum: 1e9 }, "number", "0 to 1e9"],
  [{ const: 1, type: "number" }, "number", "`1`"],
  [{ type: "array", items: { type: "string", enum: ["a"] }, minItems: 1 }, "list of text", "at least 1; `a`"],
  [{ type: "object", additionalProperties: { type: "object" } }, "map of maps by name", ""],
  [{ type: "object", properties: {}, additionalProperties: false }, "map", ""],
  [{ anyOf: [{ type: "number", minimum: 0, maximum: 1 }, { type: "string" }] }, "number or text", "0 to 1"],
  [
    { type: "string", pattern: "^x", patternErrorMessage: "expected an x", maxLength: 9 },
    "text",
    "an x; at most 9 characters",
  ],
  [{ type: ["string", "null"], enum: ["a", null] }, "text", "`a`"],
  [{ type: ["array", "null"], items: { type: "number" } }, "list of numbers", ""],
  [{ type: ["string", "integer"] }, "text or whole number", ""],
  [{}, "any", ""],
])("in words: %j", ([schema, type, values]) => {
  expect([typeInWords(schema), valuesInWords(schema)]).toEqual([type, values]);
});

test("a bar in a description does not end the cell", () => {
  const page = catalogReference({ properties: { key: { type: "boolean", description: "on | off" } } });
  expect(page).toContain("| `key` | true or false | | | on \\| off |\n");
});
