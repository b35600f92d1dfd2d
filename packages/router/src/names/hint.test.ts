import { expect, test } from "vitest";
import { parseHint } from "./hint.ts";

const knowledge = { familyTokens: new Set<string>() };

test("versions and words are told apart; a snapshot makes a hint specific, but is no version", () => {
  const { versions, words, isSpecific } = parseHint("GPT-4o mini 2024-07-18", knowledge);
  expect({ versions, words, isSpecific }).toEqual({ versions: ["4o"], words: ["gpt", "mini"], isSpecific: true });
});

test("a size makes a hint specific without being a version", () => {
  const hint = { versions: [], words: ["mixtral"], isSpecific: true };
  expect(parseHint("mixtral-8x7b-32k", knowledge)).toMatchObject(hint);
});

test("words alone are not specific", () => {
  expect(parseHint("claude-sonnet", knowledge)).toMatchObject({ words: ["claude", "sonnet"], isSpecific: false });
});
