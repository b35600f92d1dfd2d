// Design section 5: prefixes come off only before `/`, `.`, `--` or `@`, or before `-` where a family's token follows;
// never down to nothing.
import { isPrefixBeforeFamily, isPrefixBeforeMark } from "./known-prefixes.ts";
import { tokenise } from "./normalise.ts";

const UP_TO_A_MARK = /^(@?[^/.@]+?)(?:\/+|--|[.@])/;
const LETTER_OR_DIGIT = /[\p{L}\p{Nd}]/u;

/** What is needed to tell a prefix from a name: the tokens of all families, and the model's own provider if known. */
export type PrefixKnowledge = { familyTokens: ReadonlySet<string>; provider?: string | undefined };

/** Takes gateway, region and vendor prefixes off a name that is folded. */
export function stripPrefixes(folded: string, knowledge: PrefixKnowledge): string {
  let name = folded;
  for (let rest = afterMark(name, knowledge); rest !== undefined; rest = afterMark(name, knowledge)) name = rest;
  return fromFamilyOn(name, knowledge) ?? name;
}

function afterMark(name: string, { provider }: PrefixKnowledge): string | undefined {
  const [all = "", prefix = ""] = UP_TO_A_MARK.exec(name) ?? [];
  if (prefix === "" || !isPrefixBeforeMark(prefix, provider)) return undefined;
  const rest = name.slice(all.length);
  return LETTER_OR_DIGIT.test(rest) ? rest : undefined;
}

/** `openai-gpt-4o`, `databricks-meta-llama-3`: several prefixes of one or two words may come before the family's token. */
function fromFamilyOn(name: string, knowledge: PrefixKnowledge): string | undefined {
  for (let rest: string | undefined = name; rest !== undefined; ) {
    const first = rest.indexOf("-");
    const afterTwo = afterDash(rest, rest.indexOf("-", first + 1), knowledge);
    if (afterTwo !== undefined && beginsWithFamily(afterTwo, knowledge)) return afterTwo;
    const afterOne = afterDash(rest, first, knowledge);
    if (afterOne !== undefined && beginsWithFamily(afterOne, knowledge)) return afterOne;
    rest = afterTwo ?? afterOne;
  }
  return undefined;
}

/** What follows the dash at a place, if a prefix stands before it. A family's own word is never a prefix. */
function afterDash(name: string, dash: number, { familyTokens, provider }: PrefixKnowledge): string | undefined {
  const prefix = name.slice(0, Math.max(0, dash));
  return !familyTokens.has(prefix) && isPrefixBeforeFamily(prefix, provider) ? name.slice(dash + 1) : undefined;
}

function beginsWithFamily(name: string, { familyTokens }: PrefixKnowledge): boolean {
  return familyTokens.has(tokenise(name)[0] ?? "");
}
