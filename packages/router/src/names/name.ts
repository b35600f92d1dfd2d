import { joinTokens, tokenise } from "./normalise.ts";
import { type PrefixKnowledge, stripPrefixes } from "./strip-prefixes.ts";
import { stripRevision, stripSuffixes } from "./strip-suffixes.ts";
import { kindOf } from "./token-kinds.ts";

/** A name taken apart once, so that the match classes only compare. */
export type Name = {
  /** The normal form of all that was written. */
  text: string;
  /** The normal form without separators, except between digits. */
  compact: string;
  /** The tokens without the snapshot, those of prefixes and of the core among them. */
  tokens: readonly string[];
  core: Core;
};

/** What of a name is the model's own: without gateway, region, vendor and snapshot. */
export type Core = {
  tokens: readonly string[];
  /** The normal form of the core; a `v` before a version says nothing: llama-v3p3 = llama-3.3. */
  text: string;
  compact: string;
};

/** Takes a folded name apart (design section 5). Who reads many may remember the cores by what they are read from. */
export function parseName(folded: string, knowledge: PrefixKnowledge, coreOf: typeof readCore = readCore): Name {
  const written = tokenise(folded);
  const unrevised = stripRevision(folded);
  const tokens = unrevised === folded ? written : tokenise(unrevised);
  const bare = stripPrefixes(unrevised, knowledge);
  const core = bare === unrevised ? coreOf(bare, tokens) : coreOf(bare);
  const text = joinTokens(written);
  return { text, compact: joinCompactly(text), tokens: withAll(stripSuffixes(tokens), core.tokens), core };
}

/** The core of a name that has neither prefix nor revision, with its tokens if they are known. */
export function readCore(bare: string, written: readonly string[] = tokenise(bare)): Core {
  const tokens = stripSuffixes(written);
  const text = joinTokens(tokens.filter((token, index) => token !== "v" || !isVersion(tokens[index + 1])));
  return { tokens, text, compact: joinCompactly(text) };
}

function isVersion(token: string | undefined): boolean {
  return token !== undefined && kindOf(token) === "version";
}

/** The first list with what only the second one has, which most often is nothing. */
function withAll(tokens: readonly string[], others: readonly string[]): readonly string[] {
  if (others.every((token) => tokens.includes(token))) return tokens;
  return [...new Set([...tokens, ...others])];
}

/** `gpt-4o` and `gpt4o` become one, `4-32k` and `432k` do not. */
function joinCompactly(text: string): string {
  return text.replaceAll(/(?<!\d)-|-(?!\d)/g, "");
}
