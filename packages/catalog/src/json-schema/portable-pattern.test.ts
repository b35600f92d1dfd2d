import { expect, test } from "vitest";
import { portablePattern, RANGES } from "./portable-pattern.ts";

const CHARACTERS = Array.from({ length: 0x11_0000 }, (_, code) => String.fromCodePoint(code));

test.for([...RANGES])("the ranges of %s are its characters, in every dialect", ([name, ranges]) => {
  const named = new RegExp(`[\\p{${name}}]`, "u");
  const plain = new RegExp(`[${ranges}]`);
  expect(CHARACTERS.filter((character) => named.test(character) !== plain.test(character))).toEqual([]);
});

test("a property without ranges is an error of ours, not of an editor", () => {
  expect(portablePattern("^[^/\\p{Zl}]+$")).toBe("^[^/\\u2028]+$");
  expect(() => portablePattern("[\\p{L}]")).toThrow("no ranges for the Unicode property L");
});
