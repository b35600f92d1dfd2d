import type { Screen, Style } from "./screen.ts";
import { displayWidth, pad } from "./width.ts";
import { wrap } from "./wrap.ts";

/** A cell without line ends. The style is put on after the cell was broken and padded. */
export type Cell = string | { text: string; style: Style };

/**
 * How a column is laid out. The cells of a flexible column are broken where they are wider than `most` columns; of the
 * first one without `most`, where the table is too wide.
 */
export type Column = { align?: "left" | "right"; flexible?: boolean; most?: number };

const GAP = "  ";
/** A flexible column keeps at least this many columns. */
const NARROWEST_FLEXIBLE = 8;

/** The lines of a table without borders, row by row, at most `width` columns wide as far as its flexible column allows. */
export function layRows(
  rows: readonly (readonly Cell[])[],
  columns: readonly Column[],
  screen: Screen,
  width: number = screen.columns,
): string[][] {
  const widths = columnWidths(rows, columns, width);
  return rows.map((row) => layRow(row, columns, widths, screen));
}

/** The same as one list of lines. */
export function layTable(...table: Parameters<typeof layRows>): string[] {
  return layRows(...table).flat();
}

function textOf(cell: Cell | undefined): string {
  return typeof cell === "object" ? cell.text : (cell ?? "");
}

function cellWidths(rows: readonly (readonly Cell[])[], columns: readonly Column[]): number[] {
  return columns.map((_, index) => Math.max(0, ...rows.map((row) => displayWidth(textOf(row[index])))));
}

function sumOf(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, GAP.length * (widths.length - 1));
}

/** The columns a table takes where nothing is broken. */
export function naturalWidth(rows: readonly (readonly Cell[])[], columns: readonly Column[]): number {
  return sumOf(cellWidths(rows, columns));
}

function columnWidths(rows: readonly (readonly Cell[])[], columns: readonly Column[], width: number): number[] {
  const widths = cellWidths(rows, columns).map((natural, index) => Math.min(natural, columns[index]?.most ?? natural));
  const excess = sumOf(widths) - width;
  const flexible = columns.findIndex((column) => column.flexible && column.most === undefined);
  if (flexible >= 0 && excess > 0) {
    widths[flexible] = Math.max(NARROWEST_FLEXIBLE, (widths[flexible] ?? 0) - excess);
  }
  return widths;
}

function layRow(row: readonly Cell[], columns: readonly Column[], widths: readonly number[], screen: Screen): string[] {
  const pieces = columns.map((column, index) => {
    const text = textOf(row[index]);
    return column.flexible ? wrap(text, widths[index] ?? 0) : [text];
  });
  const layCell = (column: Column, index: number, line: number): string => {
    const text = pieces[index]?.[line] ?? "";
    const cell = row[index];
    const painted = typeof cell === "object" ? screen.paint(cell.style, text) : text;
    return pad(painted, widths[index] ?? 0, column.align === "right" ? "right" : "left");
  };
  return Array.from({ length: Math.max(...pieces.map((piece) => piece.length)) }, (_, line) =>
    columns
      .map((column, index) => layCell(column, index, line))
      .join(GAP)
      .trimEnd(),
  );
}
