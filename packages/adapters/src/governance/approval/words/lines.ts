import { fitColumns, visible } from "@modelpref/router/words";

/** What stands before every line of somebody else's words, so that none can pass for one of ours. */
const MARK = "  | ";
/** Narrower than this nothing can be laid out. */
const NARROWEST = 24;

/** A text of one line as lines of at most so many columns, broken at spaces where that can be; later ones are indented. */
export function wrapped(
  text: string,
  columns: number,
  first: string,
  later: string = " ".repeat(first.length),
): string[] {
  const width = Math.max(NARROWEST, columns) - later.length;
  const lines: string[] = [];
  for (let rest = visible(text); rest !== "" || lines.length === 0; ) {
    const line = lineOf(rest, width);
    lines.push((lines.length === 0 ? first : later) + line.trimEnd());
    rest = rest.slice(line.length);
  }
  return lines;
}

/** The words of a server or a model: each line marked, and nothing in them that steers a terminal or hides. */
export function quoted(text: string, columns: number): string[] {
  return text.split("\n").flatMap((line) => wrapped(line, columns, MARK, MARK));
}

/** What of a text stands on one line: up to a space, if there is one in its second half. */
function lineOf(text: string, width: number): string {
  const fitting = fitColumns(text, width);
  const space = fitting.lastIndexOf(" ") + 1;
  return fitting.length === text.length || space * 2 < fitting.length ? fitting : fitting.slice(0, space);
}
