// The schema for editors and the reader must call the same files right. What holds between entries (checks/) is the
// reader's alone.
import { fc, test } from "@fast-check/vitest";
import { Ajv } from "ajv";
import { test as example, expect } from "vitest";
import { catalogSchema } from "../schema/catalog.ts";
import { catalogJsonSchema, type JsonSchema } from "./json-schema.ts";

const schema = catalogJsonSchema();
const isValid = new Ajv({ strict: false }).compile(schema);

const TEXTS = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "a",
    "a/b",
    "a/b\nc",
    "/b",
    "a/",
    "a/ b",
    " a/b",
    "*/*-x",
    "a\u202Eb",
    "a\u2028b",
    "tab\there",
  ),
  fc.constantFrom("2026", "2026-11", "2026-11-22", "2026-02-29", "2024-02-29", "2026-13", "26-1-1", "2026-11-22T00:00"),
  fc.constantFrom("https://a.org", "http://a.org/b c", "ftp://a.org", "https://", "HTTPS://a.org", "active", "large"),
  fc.constantFrom("a".repeat(256), "a".repeat(257), "😀".repeat(200), "😀".repeat(257), "\uD800", "n".repeat(2001)),
  fc.string({ unit: "binary", maxLength: 8 }),
);
const NUMBERS = fc.oneof(
  fc.constantFrom(-1, -0, 0, 0.5, 1, 1.5, 100, 101, 999, 1000, 2026, 9999, 10_000, 1e9, 1e9 + 1, 1e300),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const ANYTHING = fc.oneof(
  TEXTS,
  NUMBERS,
  fc.constantFrom<unknown>(null, true, false, [], {}, [null], { id: "a/b" }),
  fc.jsonValue({ maxDepth: 2 }),
);

/** How many values are as the schema wants them, for each fault. */
const MOST = 400;

/** Values that a schema is for, mostly: now and then something else stands in their place, so that both must say no. */
function valuesFor(part: JsonSchema, wrong: number): fc.Arbitrary<unknown> {
  const [type, ...others] = [part.type ?? []].flat();
  const stated = rightFor({ ...part, ...(type && { type }) }, wrong);
  const right = others.includes("null") ? fc.option(stated, { freq: 10 }) : stated;
  return wrong === 0 ? right : fc.oneof({ arbitrary: right, weight: MOST }, { arbitrary: ANYTHING, weight: wrong });
}

function rightFor(part: JsonSchema, wrong: number): fc.Arbitrary<unknown> {
  const { enum: choices, const: only, type, items } = part;
  if (part.anyOf) return fc.oneof(...part.anyOf.map((choice) => valuesFor(asSchema(choice), wrong)));
  if (choices) return fc.constantFrom(...choices);
  if (only !== undefined) return fc.constant(only);
  if (type === "array")
    return fc.array(valuesFor(asSchema(items), wrong), { minLength: part.minItems ?? 0, maxLength: 3 });
  if (type === "object") return part.properties ? maps(part, wrong) : namedMaps(part, wrong);
  return scalars(part);
}

function scalars({ type, minimum = 0, maximum = 1, examples = ["a-name"] }: JsonSchema): fc.Arbitrary<unknown> {
  if (type === "boolean") return fc.boolean();
  return type === "number" ? fc.double({ min: minimum, max: maximum, noNaN: true }) : fc.constantFrom(...examples);
}

/** Maps with some of the known keys; now and then one that nobody knows, or without one that is required. */
function maps({ properties = {}, required = [] }: JsonSchema, wrong: number): fc.Arbitrary<unknown> {
  const model = Object.fromEntries(
    Object.entries(properties).map(([key, part]) => [key, valuesFor(asSchema(part), wrong)]),
  );
  const sound = fc.record(model, { requiredKeys: required });
  if (wrong === 0) return sound;
  const lacking = fc.record(model, { requiredKeys: [] });
  const extended = fc.tuple(sound, TEXTS, ANYTHING).map(([map, key, value]) => ({ ...map, [key]: value }));
  return fc.oneof(
    { arbitrary: sound, weight: MOST },
    { arbitrary: lacking, weight: wrong },
    { arbitrary: extended, weight: wrong },
  );
}

function namedMaps({ additionalProperties: values }: JsonSchema, wrong: number): fc.Arbitrary<unknown> {
  const names = wrong === 0 ? fc.constantFrom("a", "b-*", "cost") : TEXTS.filter((name) => name !== "__proto__");
  return fc.dictionary(names, valuesFor(asSchema(values), wrong), { maxKeys: 2, noNullPrototype: true });
}

function asSchema(part: JsonSchema["items"]): JsonSchema {
  return typeof part === "object" && !Array.isArray(part) ? part : {};
}

/** How often each answer was given, to see that the documents are neither all right nor all wrong. */
const answers = { valid: 0, invalid: 0 };

test.prop([valuesFor(schema, 1)], { numRuns: 1000 })(
  "reader and schema agree on documents with some faults",
  (document) => {
    const { success } = catalogSchema.safeParse(document);
    answers[success ? "valid" : "invalid"] += 1;
    expect([isValid(document), document]).toEqual([success, document]);
  },
);

example("these documents were of both kinds", () => {
  expect(Math.min(answers.valid, answers.invalid)).toBeGreaterThan(100);
});

test.prop([valuesFor(schema, 40)], { numRuns: 500 })(
  "reader and schema agree on documents with many faults",
  (document) => {
    expect(isValid(document)).toBe(catalogSchema.safeParse(document).success);
  },
);

test.prop([valuesFor(schema, 0)], { numRuns: 200 })("what is written by the schema, the reader takes", (document) => {
  expect([isValid(document), catalogSchema.safeParse(document).error]).toEqual([true, undefined]);
});

test.prop([ANYTHING])("reader and schema agree on anything else", (document) => {
  expect(isValid(document)).toBe(catalogSchema.safeParse(document).success);
});
