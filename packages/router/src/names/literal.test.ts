import { expect, test } from "vitest";
import { holdsLiterally, isBetweenLetters, isTokenStart } from "./literal.ts";

const anywhere = (): boolean => true;

test.each([
  ["gpt-4o", "gpt", true],
  ["gpt-4o", "4o", true],
  ["gpt-41", "4", false],
  ["gpt-41", "1", false],
  ["gpt-41-4", "4", true],
  ["gpt-4.1", "4", true],
  ["gpt-4٣", "4", false],
  ["gpt", "gpt-4", false],
  ["aab", "ab", true],
])("%s holds %s without splitting a number: %s", (text, part, expected) => {
  expect(holdsLiterally(text, part, anywhere)).toBe(expected);
});

test("each place is tried until one is agreed to", () => {
  const places: [number, number][] = [];
  const at = (start: number, end: number): boolean => places.push([start, end]) === 2;
  expect(holdsLiterally("aaa", "aa", at)).toBe(true);
  expect(places).toEqual([
    [0, 2],
    [1, 3],
  ]);
  expect(holdsLiterally("aaa", "aa", () => false)).toBe(false);
});

test("a token starts where the text does, or after a dash", () => {
  expect([0, 1, 2, 3].map((position) => isTokenStart("a-bc", position))).toEqual([true, false, true, false]);
});

test("letters of any script count, those beyond 16 bits and combining marks too", () => {
  expect(isBetweenLetters("ab", 1)).toBe(true);
  expect(isBetweenLetters("a-", 1)).toBe(false);
  expect(isBetweenLetters("-b", 1)).toBe(false);
  expect(isBetweenLetters("ab", 0)).toBe(false);
  expect(isBetweenLetters("ab", 2)).toBe(false);
  expect(isBetweenLetters("日本", 1)).toBe(true);
  expect(isBetweenLetters("e\u0301x", 1)).toBe(true);
  expect(isBetweenLetters("𝒳𝒴", 2)).toBe(true);
  expect(isBetweenLetters("😀a", 2)).toBe(false);
});
