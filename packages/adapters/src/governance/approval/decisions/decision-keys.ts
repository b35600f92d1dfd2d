import { isScalar, isSeq, type ParsedNode } from "yaml";
import type { Decision } from "./decision.ts";

/** A node of the file; undefined where nothing stands. */
export type Node = ParsedNode | null | undefined;

/** A key of a decision in the file: its name in the object, what must stand there, and the value, undefined where it does not. */
type Key = { name: keyof Decision; expected: string; read: (node: Node) => unknown };

const HOLDS: readonly string[] = ["text", "tools", "image", "audio", "video", "pdf"];
const TIME = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?Z)?$/;
const A_TIME = "a time such as 2026-12-22 or 2026-12-22T10:00:00Z";

/** All keys of a decision in the file. */
export const DECISION_KEYS: ReadonlyMap<string, Key> = new Map<string, Key>([
  ["server", { name: "server", expected: "the server's name", read: textOf }],
  [
    "decision",
    { name: "decision", expected: "allow or deny", read: (node) => oneOf(["allow", "deny"], scalarOf(node)) },
  ],
  [
    "in_tool_call",
    { name: "inToolCall", expected: "true or false", read: (node) => oneOf([true, false], scalarOf(node)) },
  ],
  [
    "holds",
    {
      name: "holds",
      expected: `a list of ${HOLDS.join(", ")}`,
      read: (node) => (textsOf(node)?.every((text) => HOLDS.includes(text)) === true ? textsOf(node) : undefined),
    },
  ],
  ["models", { name: "models", expected: "a list of ids of models", read: textsOf }],
  ["since", { name: "since", expected: A_TIME, read: timeOf }],
  ["until", { name: "until", expected: A_TIME, read: timeOf }],
]);

/** The value of a text, a number or a word; undefined for lists, maps and aliases. */
export function scalarOf(node: Node): unknown {
  return isScalar(node) ? node.value : undefined;
}

function textOf(node: Node): string | undefined {
  const value = scalarOf(node);
  return typeof value === "string" ? value : undefined;
}

function oneOf<Value>(values: readonly Value[], found: unknown): Value | undefined {
  return values.find((value) => value === found);
}

function textsOf(node: Node): string[] | undefined {
  if (!isSeq<Node>(node)) return undefined;
  const texts = node.items.flatMap((item) => textOf(item) ?? []);
  return texts.length === node.items.length ? texts : undefined;
}

function timeOf(node: Node): number | undefined {
  const text = textOf(node) ?? "";
  const milliseconds = TIME.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(milliseconds) ? undefined : milliseconds;
}
