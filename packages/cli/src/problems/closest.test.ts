import { expect, test } from "vitest";
import { closest } from "./closest.ts";

test.each([
  ["chek", "check"],
  ["costpriorty", "costPriority"],
  ["modelss", "models"],
])("%s is close to %s", (text, meant) => {
  expect(closest(text, ["check", "models", "costPriority"])).toEqual([meant]);
});

test.each(["request", "x", "", "check".repeat(100)])("%s is close to nothing", (text) => {
  expect(closest(text, ["check", "models"])).toEqual([]);
});

test("the closest come first, equals by the alphabet", () => {
  expect(closest("abcdef", ["abcdxf", "abcdef", "abxdef"], 3)).toEqual(["abcdef", "abcdxf", "abxdef"]);
});
