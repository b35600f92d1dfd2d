import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { displayWidth } from "./width.ts";
import { breakWord, wrap, wrapWords } from "./wrap.ts";

const words = fc.array(fc.stringMatching(/^[a-z/.-]{1,30}$/), { minLength: 1, maxLength: 20 });

test.prop([words, fc.integer({ min: 6, max: 60 })])("no line is too wide, and nothing is lost", (list, width) => {
  const lines = wrap(list.join(" "), width, "  ", "    ");
  expect(lines.every((line) => displayWidth(line) <= width)).toBe(true);
  expect(lines.join("").replaceAll(" ", "")).toBe(list.join(""));
});

test("later lines are further in", () => {
  expect(wrap("one two three four", 9, "- ", "  ")).toEqual(["- one two", "  three", "  four"]);
});

test("a word too long is broken after a seam", () => {
  expect(breakWord("amazon-bedrock/global.anthropic.claude", 24)).toEqual([
    "amazon-bedrock/global.",
    "anthropic.claude",
  ]);
  expect(breakWord("abcdefgh", 3)).toEqual(["abc", "def", "gh"]);
  expect(breakWord("", 3)).toEqual([""]);
});

test("words may hold spaces", () => {
  expect(wrapWords(["a =", "b c d", "e"], 9)).toEqual(["a = b c d", "e"]);
});
