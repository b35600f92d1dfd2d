import jsonc from "jsonc-parser";
import { positionAt } from "../problems/position.ts";
import type { Path, Position, Problem } from "../problems/problem.ts";
import { received } from "./received.ts";

// Loaded only when something is wrong: JSON.parse reads, this finds the places.

type ParseErrorName = ReturnType<typeof jsonc.printParseErrorCode>;

type JsonError = { error: number; offset: number; length: number };

/** What should have stood where the text stops being JSON. */
const EXPECTED: Readonly<Partial<Record<ParseErrorName, string>>> = {
  InvalidNumberFormat: "a number",
  PropertyNameExpected: "a property name in double quotes",
  ValueExpected: "a value",
  ColonExpected: "a colon after the property name",
  CommaExpected: "a comma",
  CloseBraceExpected: "a comma or a closing brace",
  CloseBracketExpected: "a comma or a closing bracket",
  EndOfFileExpected: "the end of the text",
  InvalidCommentToken: "no comment",
  UnexpectedEndOfNumber: "a digit",
};

/** The same for what is wrong inside a string. */
const IN_STRING: Readonly<Partial<Record<ParseErrorName, string>>> = {
  UnexpectedEndOfString: "a closing quote on the line of the opening one",
  InvalidUnicode: "four hexadecimal digits after \\u",
  InvalidEscapeCharacter: "a JSON escape such as \\n or \\u0041",
  InvalidCharacter: "an escape such as \\n in place of a control character",
};

/** As much of the token that is wrong as a message shows: a word, or one character. */
const TOKEN = /^[^\s,:[\]{}"]+|^./su;
const MOST_TOKEN = 20;

/** Where and how a text stops being JSON. Undefined where it is nested too deeply to find out. */
export function locateSyntaxError(text: string): Omit<Problem, "file"> | undefined {
  const errors: JsonError[] = [];
  try {
    jsonc.parse(text, errors, { disallowComments: true });
  } catch {
    return undefined;
  }
  const [first, second] = errors;
  if (first === undefined) return undefined;
  const expected = expectedAt(first.error, second?.error);
  return {
    code: "syntax",
    position: positionAt(text, first.offset),
    message: `not JSON: expected ${expected}${receivedAt(text, first)}`,
  };
}

/** What stands there instead; inside a string the caret at its start says enough. */
function receivedAt(text: string, { error, offset }: JsonError): string {
  if (jsonc.printParseErrorCode(error) in IN_STRING) return "";
  const token = TOKEN.exec(text.slice(offset, offset + MOST_TOKEN))?.[0];
  return `, received ${token === undefined ? "the end of the text" : received(token)}`;
}

/** A symbol that is none is followed by an error that says what should have been there. */
function expectedAt(error: number, next: number | undefined): string {
  const name = jsonc.printParseErrorCode(error);
  const telling = name === "InvalidSymbol" && next !== undefined ? jsonc.printParseErrorCode(next) : name;
  return EXPECTED[telling] ?? IN_STRING[telling] ?? "a JSON value";
}

type Tree = NonNullable<ReturnType<typeof jsonc.parseTree>>;

/** The node under a path, or the nearest round it where nothing stands there. */
function findNode(root: Tree, path: Path): Tree {
  for (let length = path.length; length > 0; length--) {
    const node = jsonc.findNodeAtLocation(root, path.slice(0, length));
    if (node !== undefined) return node;
  }
  return root;
}

/** What a problem is about: the value under its path or, where the key is the problem, the key. */
function offsetOf(root: Tree, { code, path = [] }: Problem): number {
  const node = findNode(root, path);
  const key = code === "unknown-key" ? node.parent?.children?.[0] : undefined;
  return (key ?? node).offset;
}

/** The places of problems by their paths; none where the text is nested too deeply to find out. */
export function locateProblems(text: string, problems: readonly Problem[]): (Position | undefined)[] {
  try {
    const root = jsonc.parseTree(text);
    return root === undefined ? [] : problems.map((problem) => positionAt(text, offsetOf(root, problem)));
  } catch {
    return [];
  }
}
