import { expect, test } from "vitest";
import { isLetters, isTierWord, kindOf, type TokenKind } from "./token-kinds.ts";

const KINDS: [string, TokenKind][] = [
  ...["4", "4.5", "4o", "3n", "4.0.8", "4.10", "100"].map((token): [string, TokenKind] => [token, "version"]),
  ...[
    "70b",
    "0.5b",
    "8x7b",
    "32k",
    "1m",
    "16e",
    "a4b",
    "e2b",
    "a2.5b",
    "8x22b",
    "16x1.5b",
    "1.25b",
    "a22b",
    "e2.25b",
  ].map((token): [string, TokenKind] => [token, "size"]),
  ...["20241022", "2024-10-22", "2411", "1106", "10-2024", "05-20", "2024"].map((token): [string, TokenKind] => [
    token,
    "date",
  ]),
  ...["claude", "r1t", "it", "größe", "x1y2", "b4b", "4bx", "x4b", "xa4b", "a4", "a4bb", "4.", "4.5.x1", "v4"].map(
    (token): [string, TokenKind] => [token, "word"],
  ),
];

test.each(KINDS)("%s is a %s", (token, kind) => {
  expect(kindOf(token)).toBe(kind);
});

test.each([
  ...["nano", "micro", "tiny", "mini", "small", "lite", "light", "flash", "fast", "air", "instant", "medium", "large"],
  ...["pro", "plus", "max", "ultra", "turbo", "heavy", "haiku", "sonnet", "opus", "fable"],
])("%s is a tier word", (word) => {
  expect(isTierWord(word)).toBe(true);
});

test("tier words are whole words", () => {
  expect(["gemini", "prose", "gpt", ""].some(isTierWord)).toBe(false);
});

test("letters are letters of any script, marks included, and nothing else", () => {
  expect(["claude", "größe", "日本", "e\u0301"].every(isLetters)).toBe(true);
  expect(["", "gpt4", "a-b", "4o", "a.b"].some(isLetters)).toBe(false);
});
