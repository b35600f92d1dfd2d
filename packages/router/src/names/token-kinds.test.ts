import { expect, test } from "vitest";
import { isTierWord, kindOf, type TokenKind } from "./token-kinds.ts";

const KINDS: [string, TokenKind][] = [
  ...["4", "4.5", "4o", "3n", "4.0.8", "100"].map((token): [string, TokenKind] => [token, "version"]),
  ...["70b", "0.5b", "8x7b", "32k", "1m", "16e", "a4b", "e2b"].map((token): [string, TokenKind] => [token, "size"]),
  ...["20241022", "2024-10-22", "2411", "1106", "10-2024", "05-20", "2024"].map((token): [string, TokenKind] => [
    token,
    "date",
  ]),
  ...["claude", "r1t", "it", "größe", "x1y2"].map((token): [string, TokenKind] => [token, "word"]),
];

test.each(KINDS)("%s is a %s", (token, kind) => {
  expect(kindOf(token)).toBe(kind);
});

test("tier words are whole words", () => {
  expect(["mini", "sonnet", "pro", "turbo"].every(isTierWord)).toBe(true);
  expect(["gemini", "prose", "gpt", ""].some(isTierWord)).toBe(false);
});
