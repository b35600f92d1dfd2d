// How hints find models.

/** @see mutants.mjs */
export const NAMES = [
  {
    name: "unordered hints",
    why: "a list of wishes read as a set: the second wish may win",
    file: "names/find-match.ts",
    find: "  return a.pass - b.pass || a.hintIndex - b.hintIndex ||",
    replace: "  return a.pass - b.pass ||",
    killedBy: "invariant 10, hint order",
  },
  {
    name: "class before hint",
    why: "an exact find of the second hint beats a successor of the first",
    file: "names/find-match.ts",
    find: "a.hintIndex - b.hintIndex || classOrder(a.class) - classOrder(b.class);",
    replace: "classOrder(a.class) - classOrder(b.class) || a.hintIndex - b.hintIndex;",
    killedBy: "invariant 10, hint order",
  },
  {
    name: "one pass for all classes",
    why: "a typo of the first hint beats the model that the second one names",
    file: "names/find-match.ts",
    find: "  return a.pass - b.pass || a.hintIndex",
    replace: "  return a.hintIndex",
    killedBy: "invariant 10, hint order",
  },
  {
    name: "hint index lost",
    why: "places counted among the readable hints: the explanation points at another one",
    file: "request/read-hints.ts",
    find: "    return [{ index, written }];",
    replace: "    return [{ index: seen.size - 1, written }];",
    killedBy: "invariant 10, hint order",
  },
  {
    name: "a blank hint ends the list",
    why: "a loop that runs while there is a name: the wishes after the gap are lost",
    file: "request/read-hints.ts",
    find: "  const names = list.slice(0, MOST_ENTRIES)",
    replace: `  const gap = list.findIndex((entry) => isRecord(entry) && !entry["name"]);
  const names = list.slice(0, gap === -1 ? MOST_ENTRIES : gap)`,
    killedBy: "invariant 10, hint order",
  },
  {
    name: "unhinted models first",
    why: "null compared the wrong way round",
    file: "names/find-match.ts",
    find: "return Number(a === null) - Number(b === null);",
    replace: "return Number(b === null) - Number(a === null);",
    killedBy: "invariant 10, hint order",
  },
  {
    name: "reverse containment",
    why: "the model's name inside the hint: qwen-o1 answered with o1",
    file: "names/classes/substring.ts",
    find: "  return holdsLiterally(text, hint.text, (start, end) => isTokenStart(text, start) && !isBetweenLetters(text, end));",
    replace: "  return text.includes(hint.text) || hint.text.includes(text);",
    killedBy: "invariant 12, versions",
  },
  {
    name: "plain substring",
    why: "gpt-4 found in gpt-41, and a number split",
    file: "names/literal.ts",
    find: "    if (!isBetween(text, start, DIGIT) && !isBetween(text, end, DIGIT) && accepts(start, end)) return true;",
    replace: "    if (accepts(start, end)) return true;",
    killedBy: "invariant 12, versions",
  },
  {
    name: "whole-name distance",
    why: "claude-3-5-sonnet and claude-3-7-sonnet are 0.94 alike",
    file: "names/classes/typo.ts",
    find: "  return hint.core.tokens.every(",
    replace: `  if (levenshtein.get(hint.text, name.text) <= 0.2 * Math.max(hint.text.length, name.text.length)) return true;
  return hint.core.tokens.every(`,
    killedBy: "invariant 12, versions",
  },
  {
    name: "whole-name distance as the same model",
    why: "nearly the same letters taken for another spelling of the same model",
    file: "names/classes/alias.ts",
    find: "    name.core.text === hint.core.text ||",
    replace: `    [...name.core.text].filter((letter, at) => letter !== hint.core.text[at]).length <= 1 ||
    name.core.text === hint.core.text ||`,
    killedBy: "invariant 12, versions",
  },
  {
    name: "typo on tier words",
    why: "one size of a model taken for a misspelling of another",
    file: "names/classes/typo.ts",
    find: " && !isTierWord(token);",
    replace: ";",
    killedBy: "invariant 12, versions",
  },
  {
    name: "typo on digits",
    why: "4.1 is no misspelling of 4.5",
    file: "names/classes/typo.ts",
    find: `  return token.length >= 3 && isLetters(token) && !isTierWord(token);
}

function hasSimilar(token: string, name: Name): boolean {
  return name.core.tokens.some((other) => isLetters(other) && isSimilar(token, other));`,
    replace: `  return !isTierWord(token);
}

function hasSimilar(token: string, name: Name): boolean {
  return name.core.tokens.some((other) => levenshtein.get(token, other) <= 1);`,
    killedBy: "invariant 12, versions",
  },
  {
    name: "variant ignored",
    why: "gpt-4o answered with gpt-4o-mini as if it had been asked for",
    file: "names/classes/variant.ts",
    find: "hint.versions.length > 0 &&",
    replace: "hint.versions.length > 99 &&",
    killedBy: "invariant 12, versions",
  },
  {
    name: "versions of two names together",
    why: "a version of one name and a word of another make a model that does not exist",
    file: "names/classes/reordered.ts",
    find: "name.tokens.includes(token)",
    replace: "name.tokens.includes(token) || /^\\d/.test(token)",
    killedBy: "invariant 12, versions",
  },
  {
    name: "any revision is a snapshot",
    why: "claude-v2:1 is Claude 2.1, not a snapshot of Claude 2",
    file: "names/strip-suffixes.ts",
    find: "const REVISION = /[-:]v?\\d+:0$/;",
    replace: "const REVISION = /[-:]v?\\d+:\\d+$/;",
    killedBy: "invariant 12, versions",
  },
  {
    name: "embedded finds dropped",
    why: "a substring in the middle of a word is one by the letter of the protocol",
    file: "names/classes/embedded.ts",
    find: "  return holdsLiterally(text, hint.text, () => true);",
    replace: "  return false;",
    killedBy: "invariant 11, substring soundness",
  },
  {
    name: "case kept",
    why: "GPT-4o is gpt-4o",
    file: "names/normalise.ts",
    find: ".toLowerCase().trim();",
    replace: ".trim();",
    killedBy: "invariant 11, substring soundness",
  },
  {
    name: "characters not folded",
    why: "one letter written in two ways is one letter",
    file: "names/normalise.ts",
    find: `text.normalize("NFKC")`,
    replace: "text",
    killedBy: "invariant 11, substring soundness",
  },
  {
    name: "versions not merged",
    why: "3-5 and 3.5 are one version",
    file: "names/normalise.ts",
    find: "  if (previous !== undefined && SHORT_NUMBER.test(token)",
    replace: "  if (previous !== undefined && token.length > 99",
    killedBy: "invariant 11, substring soundness",
  },
  {
    name: "provider found inside words",
    why: "open finds every model of openai",
    file: "names/classes/substring.ts",
    find: `      (end < providerLength ? text[end] === "-" : !isBetweenLetters(text, end)),`,
    replace: "      true,",
    killedBy: "invariant 11, substring soundness",
  },
  {
    name: "the catalog's own providers as prefixes",
    why: "a provider that comes with a new model changes what a hint means for the others",
    file: "names/read-hint.ts",
    find: "  const name = parseHint(written, { familyTokens: catalog.familyTokens });",
    replace: `  const provider = catalog.entries
    .map((entry) => entry.provider.toLowerCase())
    .find((known) => known !== "" && written.toLowerCase().startsWith(known));
  const name = parseHint(written, { familyTokens: catalog.familyTokens, provider });`,
    killedBy: "invariant 3, independence",
  },
  {
    name: "hints read by the models at hand",
    why: "any model, not only a retired one, tells what an old hint meant",
    file: "catalog/prepared-catalog.ts",
    find: `    retired: entries.filter(({ status }) => status === "retired"),`,
    replace: "    retired: entries,",
    killedBy: "invariant 3, independence",
  },
];
