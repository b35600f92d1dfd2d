/** More than any list of scores has. */
const MOST_CELLS = 4_000_000;

/** One cell, quoted or not, and the comma or line end behind it. */
const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y;

/** Reads CSV (RFC 4180) into rows of cells; empty lines are none. Undefined where a quote does not close. */
export function parseCsv(text: string): string[][] | undefined {
  const rows: string[][] = [];
  let row: string[] = [];
  let cells = 0;
  CELL.lastIndex = 0;
  while (CELL.lastIndex < text.length) {
    const found = CELL.exec(text);
    if (found === null || ++cells > MOST_CELLS) return undefined;
    const [, quoted, plain = "", end] = found;
    row.push(quoted === undefined ? plain.trim() : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    if (row.some((cell) => cell !== "")) rows.push(row);
    row = [];
  }
  if (row.some((cell) => cell !== "")) rows.push(row);
  return rows;
}
