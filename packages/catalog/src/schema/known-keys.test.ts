import { expect, test } from "vitest";
import { knownKeysAt } from "./known-keys.ts";

test.for([
  [
    [],
    [
      ...["version", "name", "updated", "extends", "models", "families"],
      ...["overrides", "remove", "sources", "policy"],
    ],
  ],
  [
    ["models", 3, "limit"],
    ["context", "input", "output"],
  ],
  [
    ["models", 0, "cost", "tiers", 1],
    ["above", "input", "output", "cache_read", "cache_write"],
  ],
  [
    ["policy", "servers", "any-*", "defaults"],
    ["cost", "speed", "intelligence"],
  ],
  [["models"], []],
  [["nowhere", "at", "all"], []],
] as const)("the keys known at %j", ([path, keys]) => {
  expect([...knownKeysAt(path).keys()]).toEqual(keys);
});

test("the keys one map further in are known too", () => {
  const keys = knownKeysAt(["models", 0]);
  expect(keys.get("limit")).toEqual(["context", "input", "output"]);
  expect(keys.get("name")).toEqual([]);
});
