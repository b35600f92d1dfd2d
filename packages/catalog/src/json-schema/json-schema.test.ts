import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { catalogJsonSchema, catalogJsonSchemaText, type JsonSchema } from "./json-schema.ts";

/** Every schema inside a schema, with its way. */
function within(schema: JsonSchema, way: string): [way: string, schema: JsonSchema][] {
  const { properties = {}, items, additionalProperties, propertyNames, anyOf = [] } = schema;
  const inside = [...Object.entries(properties), ["[]", items], ["*", additionalProperties], ["name", propertyNames]];
  const choices = anyOf.map((choice, index) => [`choice ${index}`, choice]);
  const found = [...inside, ...choices].flatMap(([step, inner]) =>
    typeof inner === "object" && !Array.isArray(inner) ? within(inner, `${way}/${step}`) : [],
  );
  return [[way, schema], ...found];
}

/** The keys that people write, with their schemas. */
function keys(): [way: string, schema: JsonSchema][] {
  return within(catalogJsonSchema(), "").flatMap(([way, { properties = {} }]) =>
    Object.entries(properties).flatMap(([key, schema]): [string, JsonSchema][] =>
      typeof schema === "object" ? [[`${way}/${key}`, schema]] : [],
    ),
  );
}

test("the schema that ships is the one of today (if not: npm run reference)", () => {
  const shipped = readFileSync(new URL("../../catalog.schema.json", import.meta.url), "utf8");
  expect(shipped).toBe(catalogJsonSchemaText());
});

test("it says what it is, without an address that could be asked", () => {
  const { $schema, $id, type } = catalogJsonSchema();
  expect([$schema, $id, type]).toEqual([
    "http://json-schema.org/draft-07/schema#",
    "urn:modelpref:catalog:1",
    "object",
  ]);
});

test("every key has a description that ends as a sentence", () => {
  expect(keys().length).toBeGreaterThan(60);
  expect(keys().filter(([, { description }]) => description?.endsWith(".") !== true)).toEqual([]);
});

test("every key has an example, but for those with few possible values", () => {
  const hasFew = ({ enum: choices, const: only, type }: JsonSchema) =>
    choices || only !== undefined || [type].flat().includes("boolean");
  expect(keys().filter(([, schema]) => !hasFew(schema) && (schema.examples ?? []).length === 0)).toEqual([]);
});

test("every example and default is valid", () => {
  const ajv = new Ajv({ strict: false });
  const wrong = keys().flatMap(([way, schema]) => {
    const values = [...(schema.examples ?? []), ...(schema.default === undefined ? [] : [schema.default])];
    return values.filter((value) => !ajv.validate(schema, value)).map((value) => [way, value]);
  });
  expect(wrong).toEqual([]);
});

test("no map takes a key that it does not name", () => {
  const open = within(catalogJsonSchema(), "").filter(
    ([, { type, additionalProperties: others }]) => type === "object" && (others === undefined || others === true),
  );
  expect(open).toEqual([]);
});

test("every pattern is one of every dialect, and says in words what it asks for", () => {
  const patterns = within(catalogJsonSchema(), "").filter(([, { pattern }]) => pattern !== undefined);
  expect(patterns.length).toBeGreaterThan(20);
  expect(patterns.filter(([, { pattern }]) => /\\p/.test(pattern ?? ""))).toEqual([]);
  expect(patterns.filter(([, schema]) => !String(schema["patternErrorMessage"]).startsWith("expected "))).toEqual([]);
});
