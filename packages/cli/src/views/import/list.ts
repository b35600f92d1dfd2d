import type { DropCode, ImportedList, LeftOutCode } from "@modelpref/catalog/import";
import type { Screen } from "../../terminal/screen.ts";
import { visible } from "../../terminal/visible.ts";
import { labelled } from "../text/section.ts";

/** Why rows are dropped. */
const DROPPED: Readonly<Record<DropCode, string>> = {
  "not-a-row": "no map",
  "bad-id": "no id that a catalog may hold",
  sample: "an explanation of the list",
  "not-chat": "no chat model",
  "moving-name": "a moving name",
  "no-facts": "nothing is said of the model that a catalog could hold",
  duplicate: "an id that stood before",
  "not-asked": "not asked for",
  "bad-value": "a value that a catalog may not hold",
  "unknown-metric": "a metric other than intelligence, output_tps and ttft_ms",
  older: "older than another row of its metric",
};

/** Why values are left out. */
const LEFT_OUT: Readonly<Record<LeftOutCode, string>> = {
  "wrong-type": "another type than expected",
  negative: "below zero",
  "too-large": "too large to be true",
  "not-whole": "not a whole number of tokens",
  "zero-price": "a price of 0, which is unknown unless the model is free or local",
  "half-price": "a price for only one of input and output",
  "unknown-word": "a word that no catalog has",
  "duplicate-tier": "a price tier that stood before",
  "unusable-text": "text that a catalog may not hold",
};

/** Details of a reason that are spelled out. */
const MOST_DETAILS = 8;

/** How much of a list was read, and why the rest was not. */
export function viewList(list: ImportedList, screen: Screen): string {
  const rows = [
    ...reasons("dropped", "row", list.dropped, DROPPED),
    ...reasons("left out", "value", list.leftOut, LEFT_OUT),
  ];
  const heading = `${list.source}: ${counted(list.rowsIn, "row")} read, ${counted(list.rows.length, "model")} taken`;
  return `${[heading, ...labelled(rows, screen)].join("\n")}\n`;
}

type Reason<Code> = { code: Code; place: readonly (string | number)[]; detail?: string | undefined };

/** A line for each reason, the most frequent first, with its details or the first place where it holds. */
function reasons<Code extends string>(
  label: string,
  noun: string,
  found: readonly Reason<Code>[],
  words: Readonly<Record<Code, string>>,
): [string, string][] {
  const byCode = new Map<Code, Reason<Code>[]>();
  for (const one of found) byCode.set(one.code, [...(byCode.get(one.code) ?? []), one]);
  const most = [...byCode].sort(([, a], [, b]) => b.length - a.length);
  return most.map(([code, all], index) => {
    return [index === 0 ? label : "", visible(`${counted(all.length, noun)}: ${words[code]}${aside(all)}`)];
  });
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function aside(all: readonly Reason<unknown>[]): string {
  const counts = new Map<string, number>();
  for (const { detail } of all) if (detail !== undefined) counts.set(detail, (counts.get(detail) ?? 0) + 1);
  const details = [...counts].sort(([, a], [, b]) => b - a).map(([detail, count]) => `${detail} ${count}`);
  if (details.length > 0)
    return ` (${details.slice(0, MOST_DETAILS).join(", ")}${details.length > MOST_DETAILS ? "…" : ""})`;
  return ` (the first at ${all[0]?.place.join(" > ")})`;
}
