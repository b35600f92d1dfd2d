import type { SourceText } from "../problems/source-text.ts";
import type { PlacedFinding } from "./read-tokens.ts";
import { STRAY } from "./syntax-words.ts";

/** Lines within which a further syntax error is taken for a consequence of the one before. */
const NEAR = 2;

/** One mistake makes the parser stumble over many lines: of errors in neighbouring lines only the first is told. */
export function withoutEchoes({ lines }: SourceText, findings: readonly PlacedFinding[]): PlacedFinding[] {
  const inOrder = findings.toSorted((a, b) => a.range[0] - b.range[0]);
  let lastLine = Number.NEGATIVE_INFINITY;
  let strays = 0;
  return inOrder.filter(({ range, finding }) => {
    if (finding.code !== "yaml-syntax") return true;
    const { line } = lines.linePos(range[0]);
    const isNear = line - lastLine <= NEAR;
    lastLine = line;
    // Once YAML has ended, all the rest is stray.
    if (finding.message === STRAY) strays++;
    return !isNear && strays < 2;
  });
}
