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
  if (table === undefined) {
    const texts = [...CRITERIA.map((name) => termText(comparison, name)), ...sumTexts(comparison)];
    return texts.flatMap((text) => paragraph(text, screen));
  }
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

type Sum = { title: string; values: [number, number, number] };

/** The sums of the terms: the score and, where it decides, the tie-break. */
function sumsOf({ model, other, score, base, decidedBy }: Comparison): Sum[] {
  const sums: Sum[] = [{ title: "score", values: [model.score, other.score, score] }];
  return decidedBy === "base" ? [...sums, { title: "tie-break", values: [model.base, other.base, base] }] : sums;
}

function sumRows(comparison: Comparison): Cell[][] {
  return sumsOf(comparison).map(({ title, values: [a, b, change] }) => [
    { text: title, style: "bold" },
    fourDigits(a),
    fourDigits(b),
    difference(change),
  ]);
}

function sumTexts(comparison: Comparison): string[] {
  return sumsOf(comparison).map(
    ({ title, values: [a, b, change] }) => `${title}: ${fourDigits(a)} against ${fourDigits(b)}: ${difference(change)}`,
  );
}

function termText({ model, other, differences }: Comparison, name: CriterionName): string {
  const a = model.criteria[name];
  const b = other.criteria[name];
  return (
    `${name} x ${a.weight}: ${fourDigits(a.contribution)} (${rawText(a)}) against ` +
    `${fourDigits(b.contribution)} (${rawText(b)}): ${difference(differences[name])}`
  );
}
