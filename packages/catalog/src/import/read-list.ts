import { parseCsv } from "./parse-csv.ts";
import { type JsonFault, parseJson } from "./parse-json.ts";
import type { Cited, Dropped, LeftOut, Reading, Row } from "./row.ts";
import { type Selection, settleRows } from "./settle-rows.ts";
import { type ImportSource, SOURCES } from "./sources.ts";

/** Bytes of the largest list that is read (design section 8). */
export const MOST_LIST_BYTES = 64_000_000;

/** A text of a list and the name of its file. */
export type ListText = { file: string; text: string };

/** Why a list cannot be read at all. Branch on the code. */
export type ListProblem = {
  code: JsonFault["code"] | "too-large" | "not-csv" | "wrong-form";
  file: string;
  message: string;
};

/** What was asked of an import. */
export type ListOptions = Selection & {
  /** The day of the import, YYYY-MM-DD. */
  today: string;
};

/** A list read: its models in its order, and what became of every other row and value. */
export type ImportedList = {
  source: ImportSource;
  rowsIn: number;
  rows: readonly Row[];
  dropped: readonly Dropped[];
  leftOut: readonly LeftOut[];
  /** What the catalog's `sources` shall say, by key. */
  cited: ReadonlyMap<string, Cited>;
};

/**
 * Reads texts of one list, such as the files of a package, as models of the catalog. Untrusted input: what is wrong with
 * a row drops it with a reason, what is wrong with a text comes back as a problem. Never throws.
 */
export function readList(
  source: ImportSource,
  texts: readonly ListText[],
  options: ListOptions,
): { list: ImportedList; problems: readonly [] } | { list: undefined; problems: readonly ListProblem[] } {
  const reading: Reading = { rowsIn: 0, rows: [], dropped: [], leftOut: [], cited: new Map() };
  const problems = texts.flatMap((text) => readText(source, text, reading, options) ?? []);
  if (problems.length > 0) return { list: undefined, problems };
  const rows = settleRows(reading, options);
  const { about } = SOURCES[source];
  const cited = about === undefined ? reading.cited : new Map([[source, { ...about, retrieved: options.today }]]);
  return { list: { source, ...reading, rows, cited }, problems: [] };
}

function readText(
  source: ImportSource,
  { file, text }: ListText,
  reading: Reading,
  options: ListOptions,
): ListProblem | undefined {
  if (Buffer.byteLength(text) > MOST_LIST_BYTES)
    return { code: "too-large", file, message: "larger than 64 MB; no list needs that" };
  const parsed = parse(source, text.replace(/^\uFEFF/, ""));
  if ("fault" in parsed && parsed.fault !== undefined) return { ...parsed.fault, file };
  const refused = SOURCES[source].read(parsed.value, reading, options);
  return refused && { code: "wrong-form", file, message: `not a list of ${source}: expected ${refused.expected}` };
}

type Parsed = { value: unknown; fault?: undefined } | { fault: { code: ListProblem["code"]; message: string } };

/** Scores come as CSV too; JSON begins with a bracket. */
function parse(source: ImportSource, text: string): Parsed {
  if (source !== "scores" || /^\s*[[{]/.test(text)) return parseJson(text);
  const [header, ...rows] = parseCsv(text) ?? [];
  if (header === undefined)
    return { fault: { code: "not-csv", message: "neither JSON nor CSV: empty, or a quote does not close" } };
  const columns = header.map((name) => name.toLowerCase());
  return {
    value: columns.includes("id")
      ? rows.map((row) => new Map(columns.map((name, at) => [name, row[at]]))).map(toRow)
      : undefined,
  };
}

/** Keys are the file's: the map has no prototype that one of them could reach. */
function toRow(cells: ReadonlyMap<string, string | undefined>): object {
  const row: Record<string, unknown> = Object.create(null);
  for (const [name, cell] of cells) row[name] = cell;
  return row;
}
