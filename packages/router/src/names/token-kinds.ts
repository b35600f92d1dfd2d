import { isDate } from "./dates.ts";

const SIZE = /^(?:\d+x)?\d+(?:\.\d+)?[bmtke]$|^[ae]\d+(?:\.\d+)?b$/;
const VERSION = /^\d+(?:\.\d+)*\p{L}?$/u;
const HAS_DIGIT = /\d/;
const LETTERS = /^[\p{L}\p{M}]+$/u;

/** Words that tell the members of one model line apart by their size or rank. */
const TIER_WORDS: ReadonlySet<string> = new Set([
  ...["nano", "micro", "tiny", "mini", "small", "lite", "light", "flash", "fast", "air", "instant"],
  ...["medium", "large", "pro", "plus", "max", "ultra", "turbo", "heavy"],
  ...["haiku", "sonnet", "opus", "fable"],
]);

/** What a token of a name says. */
export type TokenKind = "word" | "version" | "size" | "date";

/** `4.5` and `4o` are versions, `70b`, `8x7b`, `16e` and `32k` are sizes, all else that is no date is a word. */
export function kindOf(token: string): TokenKind {
  if (!HAS_DIGIT.test(token)) return "word";
  if (isDate(token)) return "date";
  if (SIZE.test(token)) return "size";
  return VERSION.test(token) ? "version" : "word";
}

/** Whether a token is one of the words for a model's size or rank. */
export function isTierWord(token: string): boolean {
  return TIER_WORDS.has(token);
}

/** Whether a token is made of letters alone. */
export function isLetters(token: string): boolean {
  return LETTERS.test(token);
}
