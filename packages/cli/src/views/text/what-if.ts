import type { Explanation } from "@modelpref/router";
import { noChangeText } from "../../facts/no-change.ts";
import type { Screen } from "../../terminal/screen.ts";
import { type Column, layTable } from "../../terminal/table.ts";
import { visible } from "../../terminal/visible.ts";
import { INDENT, paragraph } from "./section.ts";

const COLUMNS: readonly Column[] = [{}, {}, { flexible: true }];

/** The nearest weight of each criterion, up and down, that changes the pick; or why none does. */
export function whatIfLines(explanation: Explanation, screen: Screen): string[] {
  const { whatIf } = explanation;
  if (whatIf.length === 0) return paragraph(noChangeText(explanation), screen);
  const rows = whatIf.map(({ criterion, from, to, pick }) => [
    `${criterion} ${from} -> ${to}`,
    to > from ? "or more" : "or less",
    visible(pick),
  ]);
  return layTable(rows, COLUMNS, screen, screen.columns - INDENT.length).map((line) => INDENT + line);
}
