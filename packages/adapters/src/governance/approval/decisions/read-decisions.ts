import { type Document, isMap, isSeq, LineCounter, parseDocument, type YAMLMap } from "yaml";
import type { Decision } from "./decision.ts";
import { DECISION_KEYS, type Node, scalarOf } from "./decision-keys.ts";
import type { DecisionProblem, DecisionProblemCode } from "./decision-problem.ts";

/** The decisions of a file with its document, or all that is wrong with it: then none of them counts. */
export type DecisionsRead =
  | { decisions: readonly Decision[]; document: Document; problems?: undefined }
  | { problems: readonly DecisionProblem[] };

/** Reads the YAML of decisions. Never throws. `file` is what problems call it. */
export function readDecisions(text: string, file: string): DecisionsRead {
  try {
    return parse(text, file);
  } catch {
    // Nested so deeply that the parser's stack ends.
    return { problems: [{ code: "syntax", file, message: "expected YAML with less nesting" }] };
  }
}

function parse(text: string, file: string): DecisionsRead {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const problems: DecisionProblem[] = [];
  const report: Report = (code, offset, message) => {
    const { line, col } = lines.linePos(offset);
    problems.push({ code, file, line, column: col, message });
  };
  for (const { pos, message } of [...document.errors, ...document.warnings]) report("syntax", pos[0], message);
  if (problems.length > 0) return { problems };
  const decisions = readFile(document.contents, report);
  return problems.length > 0 ? { problems } : { decisions, document };
}

type Report = (code: DecisionProblemCode, offset: number, message: string) => void;

function readFile(root: Node, report: Report): Decision[] {
  if (scalarOf(root) === null || root === null || root === undefined) return [];
  const wrong = (node: Node, message: string): void => report("wrong-value", offsetOf(node ?? root), message);
  if (!isMap<Node, Node>(root)) return wrong(root, "expected a map with version and decisions") ?? [];
  const known = entriesOf(root, ["version", "decisions"], wrong);
  if (scalarOf(known.get("version")) !== 1) wrong(known.get("version"), "expected version: 1");
  const list = known.get("decisions");
  if (list === undefined || scalarOf(list) === null) return [];
  if (!isSeq<Node>(list)) return wrong(list, "decisions: expected a list") ?? [];
  return list.items.flatMap((item) => readDecision(item, (node, message) => wrong(node ?? item, message)) ?? []);
}

type Wrong = (node: Node, message: string) => void;

function readDecision(node: Node, wrong: Wrong): Decision | undefined {
  if (!isMap<Node, Node>(node)) return void wrong(node, "expected a decision, with the keys server and decision");
  const known = entriesOf(node, [...DECISION_KEYS.keys()], wrong);
  const found = new Map<string, unknown>();
  for (const [key, { name, expected, read }] of DECISION_KEYS) {
    const isThere = known.has(key);
    const value = read(known.get(key));
    if (isThere && value === undefined) wrong(known.get(key), `${key}: expected ${expected}`);
    else if (!isThere && (key === "server" || key === "decision")) wrong(node, `expected the key ${key}: ${expected}`);
    else if (isThere) found.set(name, value);
  }
  return Object.fromEntries(found) as Decision;
}

function entriesOf(map: YAMLMap<Node, Node>, keys: readonly string[], wrong: Wrong): Map<string, Node> {
  const known = new Map<string, Node>();
  for (const { key, value } of map.items) {
    const name = keys.find((each) => each === scalarOf(key));
    if (name === undefined) wrong(key, `unknown key; expected one of ${keys.join(", ")}`);
    else known.set(name, value);
  }
  return known;
}

function offsetOf(node: Node): number {
  return node?.range?.[0] ?? 0;
}
