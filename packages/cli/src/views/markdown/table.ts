import { visible } from "../../terminal/visible.ts";

/** A text in which nothing means anything to Markdown or to a terminal. */
export function plain(text: string): string {
  return visible(text).replace(/[\\`*_[\]<>|&~]/g, "\\$&");
}

/** A Markdown table; nothing where it has no rows. The cells are escaped. Columns named in `right` hold numbers. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly string[] = [],
): string[] {
  if (rows.length === 0) return [];
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const rule = head.map((title) => (right.includes(title) ? "--:" : "---"));
  return [line(head), line(rule), ...rows.map((row) => line(row.map(plain)))];
}
