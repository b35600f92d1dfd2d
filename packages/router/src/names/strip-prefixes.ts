// Design section 5: prefixes come off only before `/`, `.`, `--` or `@`, or before `-` where a family's token follows;
// never down to nothing.
import { isKnownPrefix } from "./known-prefixes.ts";
import { tokenise } from "./normalise.ts";

const BEFORE_A_MARK = /^(@?[^/.@]+?)(?:\/+|--|\.|@)(?=.*[\p{L}\p{Nd}])(.+)$/u;
const BEFORE_A_DASH = [/^([^\s_-]+[\s_-]+[^\s_-]+)[\s_-]+(.+)$/u, /^([^\s_-]+)[\s_-]+(.+)$/u];

/** What is needed to tell a prefix from a name: the tokens of all families, and the model's own provider if known. */
export type PrefixKnowledge = { familyTokens: ReadonlySet<string>; provider?: string | undefined };

/** Takes gateway, region and vendor prefixes off a name whose characters are folded. */
export function stripPrefixes(folded: string, knowledge: PrefixKnowledge): string {
  let name = folded;
  for (let rest = beforeMark(name, knowledge); rest !== undefined; rest = beforeMark(name, knowledge)) name = rest;
  return beforeFamily(name, knowledge) ?? name;
}

function beforeMark(name: string, { provider }: PrefixKnowledge): string | undefined {
  const [, prefix, rest] = BEFORE_A_MARK.exec(name) ?? [];
  if (prefix === undefined || rest === undefined) return undefined;
  return prefix.split(":").every((part) => isKnownPrefix(part, provider)) ? rest : undefined;
}

/** `openai-gpt-4o`, `databricks-meta-llama-3`: several prefixes may come before the family's token. */
function beforeFamily(name: string, knowledge: PrefixKnowledge): string | undefined {
  for (const pattern of BEFORE_A_DASH) {
    const [, prefix = "", rest = ""] = pattern.exec(name) ?? [];
    if (!isPrefixWord(prefix, knowledge)) continue;
    const found = knowledge.familyTokens.has(tokenise(rest)[0] ?? "") ? rest : beforeFamily(rest, knowledge);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `mistral` is a vendor, but in `mistral-large` it is the family's own word. */
function isPrefixWord(word: string, { familyTokens, provider }: PrefixKnowledge): boolean {
  return !familyTokens.has(word) && isKnownPrefix(word, provider);
}
