import { LineCounter } from "yaml";
import { cutExcerpt } from "./excerpt.ts";
import { formatPath, type Path } from "./format-path.ts";
import type { CatalogProblem, Finding, Place } from "./problem.ts";

/** A text with the name of its file and the places where its lines begin. */
export type SourceText = { file: string; text: string; lines: LineCounter };

/** From and to, in UTF-16 code units from the start of the text. */
export type Range = readonly [start: number, end: number];

/** Finds the lines of a text. */
export function createSourceText(file: string, text: string): SourceText {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines.addNewLine(at + 1);
  return { file, text, lines };
}

/** Where a part of a text stands: file, line, column, path, and the source line round it. */
export function placeAt(source: SourceText, [start, end]: Range, path: Path): Required<Place> {
  const { line, col } = source.lines.linePos(start);
  const lineStart = start - col + 1;
  const lineEnd = source.lines.lineStarts[line] ?? source.text.length + 1;
  const text = source.text.slice(lineStart, lineEnd - 1).replace(/\r$/, "");
  const excerpt = cutExcerpt(text, col - 1, end - lineStart);
  return { file: source.file, line, column: col, path: formatPath(path), excerpt };
}

/** A finding with its place. */
export function problemAt(source: SourceText, range: Range, path: Path, finding: Finding): CatalogProblem {
  return {
    code: finding.code,
    message: finding.message,
    ...(finding.expected === undefined ? {} : { expected: finding.expected }),
    ...(finding.received === undefined ? {} : { received: finding.received }),
    ...(finding.suggestion === undefined ? {} : { suggestion: finding.suggestion }),
    ...placeAt(source, range, path),
  };
}
