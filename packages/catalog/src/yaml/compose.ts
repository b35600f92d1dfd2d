import { Composer, type Document, type ParsedNode } from "yaml";
import type { SourceText } from "../problems/source-text.ts";
import type { PlacedFinding, Tokens } from "./read-tokens.ts";
import { describeSyntaxError } from "./syntax-words.ts";
import { withoutEchoes } from "./without-echoes.ts";

/** Later errors are echoes of earlier ones. */
const MOST_ERRORS = 100;

/** The rules of reading: YAML 1.2 core whatever the file says, text keys, no merge keys, no tags of YAML 1.1. */
const RULES = {
  version: "1.2",
  schema: "core",
  merge: false,
  resolveKnownTags: false,
  stringKeys: true,
  // Duplicates are found in `readData`: here it would take time that grows with the square of the keys.
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: "silent",
} as const;

/** The tree of a text: null where it is empty, undefined where its syntax is wrong. */
export type Composed = { root: ParsedNode | null | undefined; findings: readonly PlacedFinding[] };

/** Makes a tree of values from tokens. Unknown tags count as errors (design section 8). */
export function compose(source: SourceText, { tokens, openings }: Tokens): Composed {
  const { text } = source;
  const document = withoutStackTraces(() => composeFirst(tokens, text.length));
  const errors = [...document.errors, ...document.warnings].slice(0, MOST_ERRORS);
  const findings = errors.map((error) => describeSyntaxError(error, text, openings));
  return {
    root: document.errors.length > 0 ? undefined : document.contents,
    findings: withoutEchoes(source, findings),
  };
}

function composeFirst(tokens: Tokens["tokens"], length: number): Document.Parsed<ParsedNode, false> {
  const [document] = new Composer<ParsedNode, false>(RULES).compose(tokens, true, length);
  if (document === undefined) throw new Error("the yaml package always gives a document when one is forced");
  return document;
}

/** A file can hold a million errors: the stack traces that nobody reads would take a gigabyte. */
function withoutStackTraces<Result>(run: () => Result): Result {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return run();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}
