import { CsvError, parse } from "csv-parse/sync";

/** More rows, and characters in one of them, than any list of scores has. */
const MOST_ROWS = 1_000_000;
const LONGEST_ROW = 100_000;

/** Reads CSV (RFC 4180) into rows of cells; rows without any text are none. Undefined where it is no CSV of this size. */
export function parseCsv(text: string): string[][] | undefined {
  try {
    const rows = parse(text, {
      trim: true,
      relax_column_count: true,
      record_delimiter: ["\r\n", "\n", "\r"],
      max_record_size: LONGEST_ROW,
      to: MOST_ROWS + 1,
      on_record: (row: string[]) => (row.some((cell) => cell !== "") ? row : undefined),
    });
    return rows.length > MOST_ROWS ? undefined : rows;
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
}
