import { isDeepStrictEqual } from "node:util";
import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { canonicalJson } from "./canonical-json.ts";

/** The same value with its keys in another order. */
function reordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reordered);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, member]) => [key, reordered(member)]));
}

const json = fc.jsonValue({ maxDepth: 4 });

test.prop([json])("the order of keys does not count", (value) => {
  expect(canonicalJson(reordered(value))).toBe(canonicalJson(value));
});

test.prop([json, json])("two texts are equal where the values are, and only there", (a, b) => {
  expect(canonicalJson(a) === canonicalJson(b)).toBe(isDeepStrictEqual(a, b));
});

test.prop([fc.anything({ maxDepth: 3, withNullPrototype: true })])(
  "it never throws on what a request can hold",
  (value) => {
    expect(typeof canonicalJson(value)).toBe("string");
  },
);

test.each<[unknown, unknown]>([
  [{ a: 1 }, { a: "1" }],
  [{ a: null }, {}],
  [null, Number.NaN],
  [null, "null"],
  [[null], [undefined]],
  [0, -0],
  [[1, 2], [12]],
  [["a,b"], ["a", "b"]],
  [{ "a:1,b": 2 }, { a: 1, b: 2 }],
  ["\ud800", "\ud801"],
  ["\u00e9", "e\u0301"],
  [JSON.parse('{"__proto__":1}'), {}],
  [{ toString: 1 }, { valueOf: 1 }],
  [[], {}],
])("%j and %j stay apart", (a, b) => {
  expect(canonicalJson(a)).not.toBe(canonicalJson(b));
});

test("what is undefined counts as absent", () => {
  expect(canonicalJson({ a: undefined, b: 1 })).toBe(canonicalJson({ b: 1 }));
});
