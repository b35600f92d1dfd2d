// Design section 5: NFKC, lower case, trim; separators to one; dates first, then neighbouring numbers of one or two
// digits merge into a version (3-5 = 3.5 = 3p5). Tokens are the parts between separators; letters and trailing digits
// of a part are told apart (qwen3 = qwen + 3).
import { isDate, joinDates } from "./dates.ts";

const SEPARATORS = /[\s_/:@-]+/u;
const LETTERS_THEN_NUMBER = /^(\P{Nd}*\p{L})(\d+(?:[.p]\d+)*)$/u;
const NUMBER_WITH_P = /^\d{1,2}(?:p\d{1,2})+$/;
const SHORT_NUMBER = /^\d{1,2}(?:\.\d{1,2})*$/;

/** One form for all ways to write the same characters; separators are kept. */
export function foldCharacters(text: string): string {
  return text.normalize("NFKC").toLowerCase().trim();
}

/** The tokens of a name whose characters are folded. */
export function tokenise(folded: string): string[] {
  const parts = folded.split(SEPARATORS).filter((part) => part !== "");
  return mergeVersions(joinDates(parts).flatMap(splitTrailingNumber));
}

/** The normal form of a name: its tokens with one separator between them. */
export function joinTokens(tokens: readonly string[]): string {
  return tokens.join("-");
}

function splitTrailingNumber(part: string): string[] {
  const [, letters, number] = LETTERS_THEN_NUMBER.exec(part) ?? [];
  if (letters !== undefined && number !== undefined) return [letters, number.replaceAll("p", ".")];
  return [NUMBER_WITH_P.test(part) ? part.replaceAll("p", ".") : part];
}

function mergeVersions(tokens: readonly string[]): string[] {
  const merged: string[] = [];
  for (const token of tokens) {
    const previous = merged.at(-1);
    if (previous !== undefined && isShortNumber(previous) && isShortNumber(token)) {
      merged[merged.length - 1] = `${previous}.${token}`;
    } else merged.push(token);
  }
  return merged;
}

function isShortNumber(token: string): boolean {
  return SHORT_NUMBER.test(token) && !isDate(token);
}
