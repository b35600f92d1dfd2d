import type { Position } from "./problem.ts";

/** The place of an offset in a text: line and column from 1, in characters as JavaScript counts them. */
export function positionAt(text: string, offset: number): Position {
  const start = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", offset);
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < start; at = text.indexOf("\n", at + 1)) line++;
  const source = text.slice(start, end < 0 ? undefined : end).replace(/\r$/, "");
  return { line, column: offset - start + 1, source };
}
