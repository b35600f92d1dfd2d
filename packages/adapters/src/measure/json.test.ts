import { expect, test } from "vitest";
import { isObject, jsonTexts, objectsOf, textOf } from "./json.ts";

test("only objects are objects, only strings have a text, only arrays have objects", () => {
  expect([{}, [], null, "a", 1, undefined].map(isObject)).toEqual([true, false, false, false, false, false]);
  expect(["a", 1, null, {}].map(textOf)).toEqual(["a", "", "", ""]);
  expect(objectsOf([{ a: 1 }, null, [], "b", { c: 2 }])).toEqual([{ a: 1 }, { c: 2 }]);
  expect(objectsOf({ length: 1, 0: {} })).toEqual([]);
});

test("a value is one text of JSON", () => {
  expect([...jsonTexts({ a: [1, "b", null] })]).toEqual(['{"a":[1,"b",null]}']);
  expect([...jsonTexts(undefined)]).toEqual([]);
});

test("what cannot be one text is walked: its keys and values all appear", () => {
  const cycle: Record<string, unknown> = { key: "value", list: [1n, "last"] };
  cycle["self"] = cycle;
  expect([...jsonTexts(cycle)].toSorted()).toEqual(["1", "key", "last", "list", "self", "value", "{}", "{}"]);
});

test("a million brackets do not exhaust the stack", () => {
  const deep: unknown = JSON.parse(`${"[".repeat(1_000_000)}"core"${"]".repeat(1_000_000)}`);
  const texts = [...jsonTexts(deep)];
  expect(texts).toHaveLength(1_000_001);
  expect(texts.at(-1)).toBe("core");
});
