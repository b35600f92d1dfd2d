// Design section 5: a hint's family is that of the retired model it names (exact before alias, then the smallest id), if
// it has one; else the family all of whose tokens it holds: most tokens first, then longest, then by id.
import type { Family } from "../catalog/catalog.ts";
import type { Tier } from "../catalog/model.ts";
import { compareCodeUnits } from "../compare-code-units.ts";
import { foldName, tokenise } from "./normalise.ts";
import { kindOf } from "./token-kinds.ts";

/** A family with its words taken apart. */
export type NamedFamily = { id: string; tier: Tier | undefined; words: readonly string[] };

/** The families in the order in which a hint tries them. */
export function parseFamilies(families: readonly Family[]): NamedFamily[] {
  return families
    .map(({ id, tokens, tier }) => ({ id, tier, words: wordsOf(tokens) }))
    .filter(({ words }) => words.length > 0)
    .sort(byTokensThenLengthThenId);
}

/** The words of all families: a vendor's name before one of them is a prefix. */
export function familyTokensOf(families: readonly NamedFamily[]): ReadonlySet<string> {
  return new Set(families.flatMap(({ words }) => words));
}

/** The family all of whose words are among the tokens. */
export function findFamily(tokens: readonly string[], families: readonly NamedFamily[]): NamedFamily | undefined {
  return families.find(({ words }) => words.every((word) => tokens.includes(word)));
}

function wordsOf(tokens: readonly string[]): string[] {
  return [...new Set(tokens.flatMap((token) => tokenise(foldName(token))))].filter((t) => kindOf(t) === "word");
}

function byTokensThenLengthThenId(a: NamedFamily, b: NamedFamily): number {
  return (
    b.words.length - a.words.length || b.words.join("").length - a.words.join("").length || compareCodeUnits(a.id, b.id)
  );
}
