import type { YAMLError } from "yaml";
import type { Finding } from "../problems/problem.ts";
import type { Range } from "../problems/source-text.ts";
import type { Openings } from "./openings.ts";
import type { PlacedFinding } from "./read-tokens.ts";

/** Said of what follows where YAML already ended. */
export const STRAY = "this does not belong here; is a quote, a bracket, a comma or an indent wrong before it?";

/** Plain words for the errors that people make; the yaml package's own for the rest. */
const WORDS: readonly (readonly [message: RegExp, words: string])[] = [
  [/^Tabs are not allowed/, "a tab indents this line; use spaces"],
  [/^Missing closing (.)/, "this $1 is not closed"],
  [/^Flow (?:sequence|map) in block .* end with a (.)$/, "the $1 that closes this is missing, or not indented enough"],
  [/^Flow (?:sequence|map) must end with a (.)$/, "the $1 that closes this is missing"],
  [
    /^Flow end indicator should be more/,
    "this closing bracket must be indented more than the key before its list or map",
  ],
  [
    /^Nested mappings are not/,
    '"key: value" cannot stand here; align the key with its map, or put text with ": " in quotes',
  ],
  [
    /^Implicit keys (?:of flow sequence pairs )?need to be on/,
    'this is neither "key: value" nor "- item"; a space must follow the colon or the dash',
  ],
  [/^Implicit map keys need to be followed/, 'this key has no value; ": " must follow it'],
  [
    /^(?:All mapping items|All sequence items|Sequence item without|A block sequence may not)/,
    "the indent of this line does not fit; align it with the keys or the items that it belongs to",
  ],
  [/^Block collections are not allowed within/, "a comma is missing here"],
  [/^Missing , (?:or : )?between/, "a comma is missing before this"],
  [/^Plain value cannot start with .*(.)$/, "text cannot begin with $1; put it in quotes"],
  [/^Invalid escape sequence (.*)$/s, "$1 means nothing between double quotes; write \\\\ for a backslash"],
  [/^With stringKeys/, "a key must be text"],
  [/^Unexpected block-seq-ind/, 'a list begins on a line of its own; put text that begins with "- " in quotes'],
  [/^Unexpected (\S) in flow/, "this $1 does not belong here"],
  [/^Unexpected \S+ (?:token|at node end)/, STRAY],
  [/^Comments must be separated/, 'a space must stand before "#"'],
  [/^Unresolved tag/, 'tags are not supported; put text that begins with "!" in quotes, or remove the tag'],
];

/** The messages about a closing sign that is missing. */
const NOT_CLOSED = /^(?:Missing closing|Flow .* end with a) ?(.)/;

/** A syntax error in words that say what to do, at the place where the mistake is. */
export function describeSyntaxError(error: YAMLError, text: string, openings: Openings): PlacedFinding {
  return { range: rangeOf(error, text, openings), finding: wordsFor(error) };
}

function rangeOf({ message, pos: [start, end] }: YAMLError, text: string, openings: Openings): Range {
  const closing = NOT_CLOSED.exec(message)?.[1];
  const opening = closing === undefined ? undefined : openings.find(closing, start);
  if (opening !== undefined) return [opening, opening + 1];
  let first = start;
  while (text[first] === " ") first++;
  return [first, Math.max(end, first + 1)];
}

function wordsFor({ code, message }: YAMLError): Finding {
  const problem = code === "TAG_RESOLVE_FAILED" ? "yaml-tag" : "yaml-syntax";
  for (const [pattern, words] of WORDS) {
    const found = pattern.exec(message);
    // A function, because what was found may hold a "$".
    if (found) return { code: problem, message: words.replace("$1", () => found[1] ?? "") };
  }
  return { code: problem, message: message.charAt(0).toLowerCase() + message.slice(1) };
}
