import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { BOUNDS } from "./bounds.ts";
import { takeCopy } from "./take-copy.ts";

const cycle: Record<string, unknown> = {};
cycle["self"] = cycle;
const deep: unknown = JSON.parse("[".repeat(100_000) + "]".repeat(100_000));
const trap = Object.defineProperty({}, "key", {
  enumerable: true,
  get: () => {
    throw new Error("a secret of the sender");
  },
});

test.for<[string, unknown, string]>([
  ["a cycle", cycle, `at most ${BOUNDS.depth} levels of nesting`],
  ["a hundred thousand levels", deep, `at most ${BOUNDS.depth} levels of nesting`],
  ["too many values", new Array(BOUNDS.values + 1), `at most ${BOUNDS.values} values`],
  ["too many characters", ["x".repeat(BOUNDS.characters), "x"], `at most ${BOUNDS.characters} characters`],
  ["a getter that throws", trap, "values that can be read"],
])("refuses %s", ([, value, expected]) => {
  expect(takeCopy(value)).toEqual({ refused: { expected } });
});

test("a key named __proto__ is a key", () => {
  const { copy } = takeCopy(JSON.parse('{ "__proto__": { "isAdmin": true } }'));
  expect(JSON.stringify(copy)).toBe('{"__proto__":{"isAdmin":true}}');
  expect((copy as { isAdmin?: boolean }).isAdmin).toBeUndefined();
});

property.prop([fc.jsonValue()])("JSON comes out as it went in", (value) => {
  expect(JSON.stringify(takeCopy(value).copy)).toBe(JSON.stringify(value));
});

property.prop([fc.anything({ withBigInt: true, withMap: true, withSparseArray: true, withTypedArray: true })])(
  "anything is copied as JSON or refused, never thrown at",
  (value) => {
    const { copy } = takeCopy(value);
    expect(() => JSON.stringify(copy)).not.toThrow();
  },
);
