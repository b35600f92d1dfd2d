import { isScalar, type ParsedNode } from "yaml";
import type { CatalogProblem, Finding } from "../problems/problem.ts";
import { problemAt, type SourceText } from "../problems/source-text.ts";
import { compose } from "./compose.ts";
import { rangeOf } from "./locate.ts";
import { type RefusedKey, readData } from "./read-data.ts";
import { type PlacedFinding, readTokens, type Tokens } from "./read-tokens.ts";

/** A text whose YAML is sound: its values as nodes, which know their place, and as plain data. */
export type YamlFile = { source: SourceText; root: ParsedNode; data: unknown };

/** What YAML does not allow in a text; the end of a line may be LF or CR LF. */
const CONTROL_CHARACTER = /(?!\t|\n|\r\n)\p{Cc}/u;

const BINARY: Finding = { code: "file-binary", message: "binary, not text: a NUL byte stands here" };
const CONTROL: Finding = { code: "yaml-control-character", message: "a control character stands here; remove it" };
const SEVERAL: Finding = {
  code: "yaml-several-documents",
  message: 'a second document begins here; a catalog is one, so remove the "---" or "..." before it',
};
const EMPTY: Finding = {
  code: "empty",
  message: 'nothing is in it; a catalog begins with "version: 1", and its models follow under "models:"',
};

/** Reads YAML by the safety rules of design section 8. There is no `file` where the syntax is wrong. */
export function readYaml(source: SourceText): { file?: YamlFile; problems: readonly CatalogProblem[] } {
  const control = CONTROL_CHARACTER.exec(source.text);
  if (control !== null) {
    const finding = control[0] === "\0" ? BINARY : CONTROL;
    return { problems: [problemAt(source, [control.index, control.index + 1], [], finding)] };
  }
  const tokens = readTokens(source);
  if (!tokens.complete) return { problems: place(source, tokens.findings) };
  const { root, findings } = compose(source, tokens);
  const problems = place(source, [...tokens.findings, ...findSecondDocument(tokens), ...findings]);
  if (root === undefined) return { problems };
  if (root === null || (isScalar(root) && root.value === null)) {
    return { problems: [...problems, problemAt(source, [0, 1], [], EMPTY)] };
  }
  const { data, refused } = readData(root);
  return { file: { source, root, data }, problems: [...problems, ...refused.map((key) => refuse(source, key))] };
}

function findSecondDocument({ tokens }: Tokens): PlacedFinding[] {
  const [, second] = tokens.filter((token) => token.type === "document");
  return second === undefined ? [] : [{ range: [second.offset, second.offset + 1], finding: SEVERAL }];
}

/** Of several findings at one place the first says it best. */
function place(source: SourceText, findings: readonly PlacedFinding[]): CatalogProblem[] {
  const byStart = new Map<number, PlacedFinding>();
  for (const placed of findings) if (!byStart.has(placed.range[0])) byStart.set(placed.range[0], placed);
  return [...byStart.values()].map(({ range, finding }) => problemAt(source, range, [], finding));
}

function refuse(source: SourceText, { path, key, first }: RefusedKey): CatalogProblem {
  if (first === undefined)
    return problemAt(source, rangeOf(key), path, { code: "unknown-key", message: "unknown key" });
  const { line } = source.lines.linePos(first.range[0]);
  const message = `the same key stands in line ${line} already; remove one of the two`;
  return problemAt(source, rangeOf(key), path, { code: "duplicate-key", message });
}
