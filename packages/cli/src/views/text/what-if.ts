import type { Explanation } from "@modelpref/router";
import { changeText } from "../../facts/change-text.ts";
import { noChangeText } from "../../facts/no-change.ts";
import type { Screen } from "../../terminal/screen.ts";
import { type Column, layTable, naturalWidth } from "../../terminal/table.ts";
import { visible } from "../../terminal/visible.ts";
import { INDENT, paragraph } from "./section.ts";

const COLUMNS: readonly Column[] = [{}, {}];

/** The nearest weight of each criterion, up and down, that changes the pick; or why none does. */
export function whatIfLines(explanation: Explanation, screen: Screen): string[] {
  const { whatIf } = explanation;
  if (whatIf.length === 0) return paragraph(noChangeText(explanation), screen);
  const rows = whatIf.map((change) => [
    `${change.criterion} ${change.from} -> ${changeText(change)}`,
    visible(change.pick),
  ]);
  const room = screen.columns - INDENT.length;
  if (naturalWidth(rows, COLUMNS) > room) return rows.flatMap((row) => paragraph(row.join(": "), screen));
  return layTable(rows, COLUMNS, screen, room).map((line) => INDENT + line);
}
