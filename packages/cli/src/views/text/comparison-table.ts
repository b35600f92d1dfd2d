import type { CriterionName } from "@modelpref/router";
import type { Comparison } from "../../facts/comparison.ts";
import { difference, fourDigits } from "../../facts/numbers.ts";
import { rawText } from "../../facts/terms.ts";
import { CRITERIA } from "../../facts/words.ts";
import type { Screen } from "../../terminal/screen.ts";
import { type Cell, type Column, layTable, naturalWidth } from "../../terminal/table.ts";
import { visible } from "../../terminal/visible.ts";
import { INDENT, paragraph } from "./section.ts";

const COLUMNS: readonly Column[] = [{}, { align: "right" }, { align: "right" }, { align: "right" }];

/** Two models side by side, term by term: a table where it fits, else a line a term. */
export function comparisonLines(comparison: Comparison, screen: Screen): string[] {
  const room = screen.columns - INDENT.length;
  const ids = [visible(comparison.model.id), visible(comparison.other.id)];
  const places = comparison.model.rank === 1 ? ["the pick", "number 2"] : ["this model", "the pick"];
  const body = [...CRITERIA.flatMap((name) => criterionRows(comparison, name)), ...sumRows(comparison)];
  const table = [ids, places]
    .map((titles) => [headRow(titles), ...body])
    .find((rows) => naturalWidth(rows, COLUMNS) <= room);
  if (table === undefined) return CRITERIA.flatMap((name) => paragraph(termText(comparison, name), screen));
  return layTable(table, COLUMNS, screen, room).map((line) => INDENT + line);
}

function headRow(titles: readonly string[]): Cell[] {
  return ["", ...titles, "difference"].map((text) => ({ text, style: "gray" }));
}

function criterionRows({ model, other, differences }: Comparison, name: CriterionName): Cell[][] {
  const a = model.criteria[name];
  const b = other.criteria[name];
  return [
    [{ text: name, style: "bold" }, rawText(a), rawText(b), ""],
    [`${INDENT}utility`, fourDigits(a.utility), fourDigits(b.utility), difference(a.utility - b.utility)],
    [
      `${INDENT}x weight ${a.weight}`,
      fourDigits(a.contribution),
      fourDigits(b.contribution),
      difference(differences[name]),
    ],
  ];
}

function sumRows({ model, other, score, base, decidedBy }: Comparison): Cell[][] {
  const row = (title: string, a: number, b: number, change: number): Cell[] => [
    { text: title, style: "bold" },
    fourDigits(a),
    fourDigits(b),
    difference(change),
  ];
  const sums = [row("score", model.score, other.score, score)];
  return decidedBy === "base" ? [...sums, row("tie-break", model.base, other.base, base)] : sums;
}

function termText({ model, other, differences }: Comparison, name: CriterionName): string {
  const a = model.criteria[name];
  const b = other.criteria[name];
  return (
    `${name} x ${a.weight}: ${fourDigits(a.contribution)} (${rawText(a)}) against ` +
    `${fourDigits(b.contribution)} (${rawText(b)}): ${difference(differences[name])}`
  );
}
