import { expect, test } from "vitest";
import { readUnavailable } from "./read-unavailable.ts";

const read = (value: unknown): [string, string][] => [...readUnavailable(value)];

test("a snapshot is a map or an object from id to reason, a list of ids, any other iterable of them, or one id", () => {
  expect(read(new Map([["a/b", "429"]]))).toEqual([["a/b", "429"]]);
  expect(read({ "a/b": "429", "c/d": "" })).toEqual([
    ["a/b", "429"],
    ["c/d", ""],
  ]);
  expect(read(["a/b"])).toEqual([["a/b", ""]]);
  expect(read(new Set(["a/b", "c/d"]))).toEqual([
    ["a/b", ""],
    ["c/d", ""],
  ]);
  expect(read("a/b")).toEqual([["a/b", ""]]);
});

test("a reason that is no text is none, an id that is no text is passed over", () => {
  expect(
    read(
      new Map<unknown, unknown>([
        ["a/b", 429],
        [5, "x"],
      ]),
    ),
  ).toEqual([["a/b", ""]]);
  expect(read([5, null, "a/b"])).toEqual([["a/b", ""]]);
});

test("anything else makes nothing unavailable", () => {
  for (const value of [undefined, null, 5, true, Symbol("a")]) expect(read(value)).toEqual([]);
});

test("an object that only looks iterable is read by its keys", () => {
  expect(read({ [Symbol.iterator]: "no function", "a/b": "down" })).toEqual([["a/b", "down"]]);
});
