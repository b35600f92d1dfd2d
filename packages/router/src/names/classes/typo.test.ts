import { expect, test } from "vitest";
import { parseName } from "../name.ts";
import { foldName } from "../normalise.ts";
import { isTypo } from "./typo.ts";

const nameOf = (written: string) => parseName(foldName(written), { familyTokens: new Set() });

test.each([
  ["cluade-sonnet", "claude-sonnet-5", "two neighbours changed places"],
  ["gtp-4.1", "gpt-4.1", "in a word of three letters too"],
  ["pgt", "gpt", "at the beginning"],
  ["gtp", "gpt", "at the end"],
  ["claud", "claude", "a letter too few"],
  ["claudee", "claude", "a letter too many"],
  ["clauda", "claude", "another letter"],
  ["lama", "lamb", "four letters bear one fault"],
  ["abcdefg", "abcdefx", "seven bear one"],
  ["abcdefgh", "abcdefxy", "eight bear two"],
  ["abcdefgh", "abcdefghij", "two letters too few"],
  ["sonet", "claude-sonnet", "a tier word may be what was misspelt"],
  ["claude-sonet", "sonnet-claude", "in any order"],
  ["größse", "größe", "letters of any script"],
])("%s is a misspelt %s: %s", (hint, name) => {
  expect(isTypo(nameOf(hint), nameOf(name))).toBe(true);
});

test.each([
  ["gbt", "gpt", "three letters bear no fault"],
  ["abc", "abcd", "the shorter one decides"],
  ["abcd", "abc", "whichever it is"],
  ["ba", "ab", "two letters may not even change places"],
  ["abcdefg", "abcdexy", "seven letters bear no second fault"],
  ["abcdefg", "abcdefghi", "nor two letters too few"],
  ["abcdefgh", "abcdexyz", "eight bear no third"],
  ["abcdefgh", "abcdefghijk", "nor three letters too few"],
  ["pugt", "gpt", "a swap and a letter"],
  ["gtpx", "gptz", "a swap and another letter"],
  ["gpts", "pxts", "a swap of which one letter is another"],
  ["gpts", "xgts", "or the other one"],
  ["cl4ude", "claude", "a digit for a letter"],
  ["plus", "plum", "a tier word is never misspelt"],
  ["gtp-4", "gpt-4.1", "digits must be equal"],
  ["gpt4o1", "gpt4o2", "words with digits too"],
  ["gpt-mini", "gpt-nano", "each word must be there"],
  ["ogpt", "gpt", "a letter before three"],
])("%s is no misspelt %s: %s", (hint, name) => {
  expect(isTypo(nameOf(hint), nameOf(name))).toBe(false);
});
