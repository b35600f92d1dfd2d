// Design section 5: NFKC, lower case, trim; separators to one; dates first, then neighbouring numbers of one or two
// digits merge into a version (3-5 = 3.5 = 3p5). Tokens are the parts between separators; letters and trailing digits
// of a part are told apart (qwen3 = qwen + 3).
import { joinDates } from "./dates.ts";

const ASCII_ONLY = /^\p{ASCII}*$/u;
const SPACE = /[\s_]/;
const DASHES_AND_SPACES = /[\s_-]+/g;
const MARKS = /[/:@]+/g;
const LETTERS_THEN_NUMBER = /^(\P{Nd}*\p{L})(\d+(?:[.p]\d+)*)$/u;
const ENDS_WITH_DIGIT = /\p{Nd}$/u;
const NUMBER_WITH_P = /^\d{1,2}(?:p\d{1,2})+$/;
const SHORT_NUMBER = /^\d{1,2}(?:\.\d{1,2})*$/;

/** One form for all ways to write the same characters; separators are kept. */
export function foldCharacters(text: string): string {
  return (ASCII_ONLY.test(text) ? text : text.normalize("NFKC")).toLowerCase().trim();
}

/** The same with `-` for spaces and underscores, which say nothing more; marks such as `/`, `:` and `--` are kept. */
export function foldName(text: string): string {
  const folded = foldCharacters(text);
  return SPACE.test(folded) ? folded.replace(DASHES_AND_SPACES, (run) => (SPACE.test(run) ? "-" : run)) : folded;
}

/** The tokens of a folded name. */
export function tokenise(folded: string): readonly string[] {
  const tokens: string[] = [];
  for (const part of joinDates(folded.replaceAll(MARKS, "-").split("-"))) {
    if (ENDS_WITH_DIGIT.test(part)) pushSplit(part, tokens);
    else if (part !== "") tokens.push(part);
  }
  return tokens.slice(); // a list that grew has spare room, and names are kept
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
  if (previous !== undefined && SHORT_NUMBER.test(token) && SHORT_NUMBER.test(previous)) {
    tokens[tokens.length - 1] = `${previous}.${token}`;
  } else tokens.push(token);
}
