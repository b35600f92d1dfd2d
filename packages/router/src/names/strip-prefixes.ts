// Design section 5: prefixes come off only before `/`, `.`, `--` or `@`, or before `-` where a family's token follows;
// never down to nothing.
import { isPrefixBeforeFamily, isPrefixBeforeMark } from "./known-prefixes.ts";
import { tokenise } from "./normalise.ts";

const UP_TO_A_MARK = /^(@?[^/.@]+?)(?:\/+|--|\.|@)(?=.*[\p{L}\p{Nd}])(.+)$/u;
const UP_TO_A_DASH = [/^([^\s_-]+[\s_-]+[^\s_-]+)[\s_-]+(.+)$/u, /^([^\s_-]+)[\s_-]+(.+)$/u];

/** What is needed to tell a prefix from a name: the tokens of all families, and the model's own provider if known. */
export type PrefixKnowledge = { familyTokens: ReadonlySet<string>; provider?: string | undefined };

/** Takes gateway, region and vendor prefixes off a name whose characters are folded. */
export function stripPrefixes(folded: string, knowledge: PrefixKnowledge): string {
  let name = folded;
  for (let rest = afterMark(name, knowledge); rest !== undefined; rest = afterMark(name, knowledge)) name = rest;
  return fromFamilyOn(name, knowledge) ?? name;
}

function afterMark(name: string, { provider }: PrefixKnowledge): string | undefined {
  const [, prefix, rest] = UP_TO_A_MARK.exec(name) ?? [];
  return prefix !== undefined && isPrefixBeforeMark(prefix, provider) ? rest : undefined;
}

/** `openai-gpt-4o`, `databricks-meta-llama-3`: several prefixes may come before the family's token. */
function fromFamilyOn(name: string, knowledge: PrefixKnowledge): string | undefined {
  for (let rests = afterDash(name, knowledge); rests.length > 0; rests = afterDash(rests[0] ?? "", knowledge)) {
    const found = rests.find((rest) => knowledge.familyTokens.has(tokenise(rest)[0] ?? ""));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What follows a prefix of two words, and what follows one of one word. A family's own word is never a prefix. */
function afterDash(name: string, { familyTokens, provider }: PrefixKnowledge): string[] {
  return UP_TO_A_DASH.flatMap((pattern) => {
    const [, prefix, rest] = pattern.exec(name) ?? [];
    if (prefix === undefined || rest === undefined || familyTokens.has(prefix)) return [];
    return isPrefixBeforeFamily(prefix.replaceAll(/[\s_]/g, "-"), provider) ? [rest] : [];
  });
}
