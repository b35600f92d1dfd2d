import type { DropCode, ImportedList, LeftOutCode } from "@modelpref/catalog/import";
import type { Screen } from "../../terminal/screen.ts";
import { visible } from "../../terminal/visible.ts";
import { labelled } from "../text/section.ts";

/** Why rows are dropped, to stand after their number. */
const DROPPED: Readonly<Record<DropCode, string>> = {
  "not-a-row": "are no map",
  "bad-id": "have no id that a catalog may hold",
  sample: "explains the list",
  "not-chat": "are no chat models",
  "moving-name": "are names that move",
  duplicate: "have an id that was there before",
  "not-asked": "are not asked for",
  "bad-value": "have a value that a catalog may not hold",
  "unknown-metric": "have a metric other than intelligence, output_tps and ttft_ms",
  older: "are older than another of the same metric",
};

/** Why values are left out, to stand after their number. */
const LEFT_OUT: Readonly<Record<LeftOutCode, string>> = {
  "wrong-type": "of another type than expected",
  negative: "below zero",
  "too-large": "too large to be true",
  "not-whole": "of tokens that are no whole number",
  "zero-price": "that price a model at 0, neither free nor local: unknown",
  "half-price": "with only one of the prices for input and output: unknown",
  "unknown-word": "that are words a catalog does not have",
  "duplicate-tier": "for a price tier that was there before",
  "unusable-text": "of text that a catalog may not hold",
};

/** Details of a reason that are spelled out. */
const MOST_DETAILS = 8;

/** How much of a list was read, and why the rest was not. */
export function viewList(list: ImportedList, screen: Screen): string {
  const rows = [
    ...reasons(list.dropped, (code, count) => `${count} ${count === 1 ? "row" : "rows"} that ${DROPPED[code]}`).map(
      (text, index): [string, string] => [index === 0 ? "dropped" : "", text],
    ),
    ...reasons(list.leftOut, (code, count) => `${count} ${count === 1 ? "value" : "values"} ${LEFT_OUT[code]}`).map(
      (text, index): [string, string] => [index === 0 ? "left out" : "", text],
    ),
  ];
  const heading = `${list.source}: ${list.rowsIn} rows read, ${list.rows.length} models taken`;
  return `${[heading, ...labelled(rows, screen)].join("\n")}\n`;
}

type Reason<Code> = { code: Code; place: readonly (string | number)[]; detail?: string | undefined };

/** A line for each reason, the most frequent first, with its details or the first place where it holds. */
function reasons<Code>(found: readonly Reason<Code>[], words: (code: Code, count: number) => string): string[] {
  const byCode = new Map<Code, Reason<Code>[]>();
  for (const one of found) byCode.set(one.code, [...(byCode.get(one.code) ?? []), one]);
  const most = [...byCode].sort(([, a], [, b]) => b.length - a.length);
  return most.map(([code, all]) => `${words(code, all.length)}${visible(aside(all))}`);
}

function aside(all: readonly Reason<unknown>[]): string {
  const counts = new Map<string, number>();
  for (const { detail } of all) if (detail !== undefined) counts.set(detail, (counts.get(detail) ?? 0) + 1);
  const details = [...counts].sort(([, a], [, b]) => b - a).map(([detail, count]) => `${detail} ${count}`);
  if (details.length > 0)
    return `: ${details.slice(0, MOST_DETAILS).join(", ")}${details.length > MOST_DETAILS ? "…" : ""}`;
  return ` (the first at ${all[0]?.place.join(" > ")})`;
}
