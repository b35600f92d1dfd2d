import { expect, test } from "vitest";
import { foldName, joinTokens, tokenise } from "./normalise.ts";

const NORMAL_FORMS = [
  ["claude-3-5-sonnet", "claude-3.5-sonnet", "neighbouring numbers merge"],
  ["Claude 3.5 Sonnet", "claude-3.5-sonnet", "case and spaces"],
  ["claude_3p5_sonnet", "claude-3.5-sonnet", "p between digits"],
  ["kimi-k2p6", "kimi-k-2.6", "p after letters and digits"],
  ["kimi-k2-6", "kimi-k-2.6", "trailing digits merge with their neighbour"],
  ["mistral-large-4-0-8", "mistral-large-4.0.8", "three numbers"],
  ["qwen3-32b", "qwen-3-32b", "a size is no version"],
  ["llama3-3-70b", "llama-3.3-70b", "told apart, then merged"],
  ["o1", "o-1", "letters and trailing digits"],
  ["gpt-4o-mini", "gpt-4o-mini", "4o is one token"],
  ["gpt-4-1106-preview", "gpt-4-1106-preview", "four digits never merge"],
  ["gpt-4o-2024-08-06", "gpt-4o-2024-08-06", "a date is no version"],
  ["claude-opus-4-20250514", "claude-opus-4-20250514", "a date beside a version"],
  ["gemini-2.5-flash-preview-05-20", "gemini-2.5-flash-preview-05-20", "month and day after a word"],
  ["claude-3-05-20", "claude-3.05.20", "after a number they may be a version"],
  ["command-r-08-2024", "command-r-08-2024", "month and year"],
  ["kimi-k2p16", "kimi-k-2.16", "two digits after the p"],
  ["12p5", "12.5", "two before it"],
  ["3p55", "3.55", "two after it"],
  ["3p5p1", "3.5.1", "p more than once"],
  ["123p5", "123p5", "three digits are no version"],
  ["3p5x2", "3p5x2", "nor is a word"],
  ["gpt@2024//10//22", "gpt-2024-10-22", "marks in a row are one"],
  ["anthropic--claude", "anthropic-claude", "separators to one"],
  [" a//b::c@@d ", "a-b-c-d", "all separators"],
  ["ＧＰＴ－４", "gpt-4", "NFKC"],
  ["Größe-3", "größe-3", "letters of any script"],
  ["---", "", "nothing but separators"],
] as const;

test.each(NORMAL_FORMS)("%s is %s: %s", (written, normal) => {
  expect(joinTokens(tokenise(foldName(written)))).toBe(normal);
});

test("normalising twice changes nothing", () => {
  for (const [, normal] of NORMAL_FORMS) expect(joinTokens(tokenise(foldName(normal)))).toBe(normal);
});
