import { type CST, Lexer, Parser } from "yaml";
import type { Finding } from "../problems/problem.ts";
import type { Range, SourceText } from "../problems/source-text.ts";
import { Openings } from "./openings.ts";
import { refuseLexeme } from "./refused-lexeme.ts";

/** A catalog nests some eight levels. What nests thousands must not be composed: V8 cannot always recover from it. */
const DEEPEST = 64;
/** More than a catalog of 5 MB in the usual style has; five million brackets would take half a minute. */
const MOST_TOKENS = 2_000_000;
/** Later syntax errors are echoes of earlier ones. */
const MOST_ERRORS = 100;
/** What the lexer of the yaml package puts before the text of a scalar. */
const SCALAR_FOLLOWS = "\u001F";

const TOO_DEEP: Finding = {
  code: "yaml-nested-too-deep",
  message: `nested deeper than ${DEEPEST} levels; no catalog needs that`,
};
const TOO_MANY: Finding = {
  code: "file-too-large",
  message: `more than ${MOST_TOKENS} words and signs; no catalog needs that`,
};

/** What one finding says of a part of a text. */
export type PlacedFinding = { range: Range; finding: Finding };

/** The parts of a text that are YAML, with what a catalog may not use (design section 8). */
export type Tokens = {
  tokens: readonly CST.Token[];
  findings: readonly PlacedFinding[];
  openings: Openings;
  /** False where reading had to stop. */
  complete: boolean;
};

/** Reads a text as YAML tokens: without recursion, within bounds, and in time proportional to its length. */
export function readTokens({ text }: SourceText): Tokens {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  const findings: PlacedFinding[] = [];
  const openings = new Openings();
  let isText = false;
  let count = 0;
  let errors = 0;
  for (const lexeme of new Lexer().lex(text)) {
    const range: Range = [parser.offset, parser.offset + lexeme.length];
    const finding = isText ? undefined : refuseLexeme(lexeme);
    if (finding !== undefined) findings.push({ range, finding });
    if (!isText) openings.add(lexeme, range[0]);
    isText = lexeme === SCALAR_FOLLOWS;
    errors += feed(parser, lexeme, tokens);
    const excess = findExcess(parser.stack.length, ++count);
    if (excess !== undefined) return { tokens, findings: [{ range, finding: excess }], openings, complete: false };
    if (errors >= MOST_ERRORS) break;
  }
  tokens.push(...parser.end());
  openings.end();
  return { tokens, findings, openings, complete: true };
}

/** Hands a lexeme to the parser, keeps the tokens that it completes, and counts the errors among them. */
function feed(parser: Parser, lexeme: string, tokens: CST.Token[]): number {
  let errors = 0;
  for (const token of parser.next(lexeme)) {
    tokens.push(token);
    if (token.type === "error") errors++;
  }
  return errors;
}

function findExcess(depth: number, count: number): Finding | undefined {
  if (depth > DEEPEST) return TOO_DEEP;
  return count > MOST_TOKENS ? TOO_MANY : undefined;
}
