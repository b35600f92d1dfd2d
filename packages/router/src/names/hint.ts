import type { Tier } from "../catalog/model.ts";
import { type Name, parseName } from "./name.ts";
import { foldName, tokenise } from "./normalise.ts";
import type { PrefixKnowledge } from "./strip-prefixes.ts";
import { kindOf } from "./token-kinds.ts";

/** A hint's text taken apart, and what its tokens say. */
export type HintName = Name & {
  /** The versions of the core. */
  versions: readonly string[];
  /** The core without versions, dates and sizes. */
  words: readonly string[];
  /** Whether a version, a date or a size is written anywhere in the hint. */
  isSpecific: boolean;
};

/** A hint as the match classes read it. */
export type Hint = HintName & {
  /** The hint's place in the list as it was sent. */
  index: number;
  written: string;
  /** What the hint denotes beyond its letters: the id of a family, and the tier its equivalents must have. */
  family: string | undefined;
  tier: Tier | undefined;
};

/** Takes the text of a hint apart. */
export function parseHint(written: string, knowledge: PrefixKnowledge): HintName {
  const folded = foldName(written);
  const name = parseName(folded, knowledge);
  const { tokens } = name.core;
  return {
    ...name,
    versions: tokens.filter((token) => kindOf(token) === "version"),
    words: tokens.filter((token) => kindOf(token) === "word"),
    isSpecific: tokenise(folded).some((token) => kindOf(token) !== "word"),
  };
}
