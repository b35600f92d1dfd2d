// Design section 5: NFKC, lower case, trim; separators to one; dates first, then neighbouring numbers of one or two
// digits merge into a version (3-5 = 3.5 = 3p5). Tokens are the parts between separators; letters and trailing digits
// of a part are told apart (qwen3 = qwen + 3).
import { isDate, joinDates } from "./dates.ts";

const SEPARATORS = /[\s_/:@-]+/u;
const LETTERS_THEN_NUMBER = /^(\P{Nd}*\p{L})(\d+(?:[.p]\d+)*)$/u;
const ENDS_WITH_DIGIT = /\p{Nd}$/u;
const NUMBER_WITH_P = /^\d{1,2}(?:p\d{1,2})+$/;
const SHORT_NUMBER = /^\d{1,2}(?:\.\d{1,2})*$/;

/** One form for all ways to write the same characters; separators are kept. */
export function foldCharacters(text: string): string {
  return text.normalize("NFKC").toLowerCase().trim();
}

/** The tokens of a name whose characters are folded. */
export function tokenise(folded: string): string[] {
  const tokens: string[] = [];
  for (const part of joinDates(folded.split(SEPARATORS))) {
    if (ENDS_WITH_DIGIT.test(part)) pushSplit(part, tokens);
    else if (part !== "") tokens.push(part);
  }
  return tokens;
}

/** The normal form of a name: its tokens with one separator between them. */
export function joinTokens(tokens: readonly string[]): string {
  return tokens.join("-");
}

/** Tells letters and trailing digits apart; a number merges with the one before it. */
function pushSplit(part: string, tokens: string[]): void {
  const [, letters, number] = LETTERS_THEN_NUMBER.exec(part) ?? [];
  if (letters !== undefined) tokens.push(letters);
  const last = number ?? (NUMBER_WITH_P.test(part) ? part : undefined);
  pushMerged(last === undefined ? part : last.replaceAll("p", "."), tokens);
}

function pushMerged(token: string, tokens: string[]): void {
  const previous = tokens.at(-1);
  if (previous !== undefined && isShortNumber(token) && isShortNumber(previous)) {
    tokens[tokens.length - 1] = `${previous}.${token}`;
  } else tokens.push(token);
}

function isShortNumber(token: string): boolean {
  return SHORT_NUMBER.test(token) && !isDate(token);
}
