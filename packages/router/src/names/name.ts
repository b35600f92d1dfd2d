import { foldCharacters, joinTokens, tokenise } from "./normalise.ts";
import { type PrefixKnowledge, stripPrefixes } from "./strip-prefixes.ts";
import { stripRevision, stripSuffixes } from "./strip-suffixes.ts";
import { isTierWord, kindOf } from "./token-kinds.ts";

/** A name taken apart once, so that the match classes only compare. */
export type Name = {
  /** The normal form of all that was written. */
  text: string;
  /** The normal form without separators, except between digits. */
  compact: string;
  /** The tokens without gateway, region, vendor and snapshot. */
  core: readonly string[];
  /** The normal form of the core; a `v` before a version says nothing: llama-v3p3 = llama-3.3. */
  coreText: string;
  coreCompact: string;
  /** The tokens without the snapshot, those of prefixes and of the core among them. */
  tokens: ReadonlySet<string>;
  /** The versions of the core. */
  versions: readonly string[];
  /** The core without versions, dates and sizes. */
  words: readonly string[];
  tierWords: readonly string[];
  /** Whether a version, a date or a size is written anywhere in the name. */
  isSpecific: boolean;
};

/** Takes a name apart (design section 5). */
export function parseName(written: string, knowledge: PrefixKnowledge): Name {
  const folded = foldCharacters(written);
  const tokens = tokenise(folded);
  const unrevised = stripRevision(folded);
  const bare = stripRevision(stripPrefixes(folded, knowledge));
  const core = stripSuffixes(bare === folded ? tokens : tokenise(bare));
  const identity = core.filter((token, index) => token !== "v" || kindOf(core[index + 1] ?? "") !== "version");
  const words = core.filter((token) => kindOf(token) === "word");
  return {
    text: joinTokens(tokens),
    compact: joinCompactly(tokens),
    core,
    coreText: joinTokens(identity),
    coreCompact: joinCompactly(identity),
    tokens: new Set([...stripSuffixes(unrevised === folded ? tokens : tokenise(unrevised)), ...core]),
    versions: core.filter((token) => kindOf(token) === "version"),
    words,
    tierWords: words.filter(isTierWord),
    isSpecific: tokens.some((token) => kindOf(token) !== "word"),
  };
}

/** `gpt-4o` and `gpt4o` become one, `4-32k` and `432k` do not. */
function joinCompactly(tokens: readonly string[]): string {
  return tokens.reduce(
    (text, token) => (/\d$/.test(text) && /^\d/.test(token) ? `${text}-${token}` : text + token),
    "",
  );
}
