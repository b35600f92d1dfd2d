import { dollars, seconds } from "../../facts/numbers.ts";
import { markdownTable } from "../../views/markdown/table.ts";
import { eachText, meansText, percentText } from "../amounts.ts";
import type { CatalogDiff, Sum } from "../catalog-diff.ts";
import { countText, pickText, reasonTexts, valueText } from "../words.ts";

/** Rows of a table beyond these many are counted: a comment on a change must not be longer than the change. */
const MOST_ROWS = 100;

/** What a change of the catalog does, as Markdown: for a comment on the change. */
export function viewDiffMarkdown(diff: CatalogDiff): string {
  const { changed, requests, picks, kept } = diff;
  const title =
    changed === 0 ? "No request gets another model" : `${changed} of ${countText(requests)} get another model`;
  const blocks = [
    [`# ${title}`],
    [`${sentence(withArrow(meansText(diff.expected)))}.`],
    ...titled(
      "Other picks",
      ["requests", "was", "is now", "because", "expected"],
      picks.map(({ requests: ids, from, to, reasons, expected }) => [
        String(ids.length),
        pickText(from),
        pickText(to),
        reasonTexts(reasons).join("; "),
        withArrow(eachText(expected)),
      ]),
    ),
    ...titled(
      "Same picks, at another cost or time",
      ["requests", "pick", "expected"],
      kept.map(({ requests: ids, pick, expected }) => [String(ids.length), pick, withArrow(eachText(expected))]),
    ),
    ...titled("What is expected", ["", "old", "new", "change"], expectedRows(diff)),
    ...titled("What changed in the catalog", ["entry", "field", "old", "new"], entryRows(diff)),
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function titled(title: string, head: readonly string[], rows: readonly (readonly string[])[]): (readonly string[])[] {
  if (rows.length === 0) return [];
  const hidden = rows.length - MOST_ROWS;
  const more = hidden > 0 ? [[`… and ${hidden} more.`]] : [];
  return [
    [`## ${title}`],
    markdownTable(head, rows.slice(0, MOST_ROWS), ["requests", "old", "new", "change"]),
    ...more,
  ];
}

function expectedRows({ expected }: CatalogDiff): string[][] {
  return [...sumRows("cost", expected.cost, dollars), ...sumRows("time", expected.seconds, seconds)];
}

function sumRows(label: string, sum: Sum, format: (value: number) => string): string[][] {
  if (sum.requests === 0) return [];
  const known = `${label} of ${countText(sum.requests)}`;
  return [
    [known, format(sum.old), format(sum.new), percentText(sum)],
    [`${label} of one`, format(sum.old / sum.requests), format(sum.new / sum.requests), percentText(sum)],
  ];
}

function entryRows({ catalog: { added, removed, changed } }: CatalogDiff): string[][] {
  return [
    ...removed.map((entry) => [entry, "", "in the catalog", "gone"]),
    ...added.map((entry) => [entry, "", "not there", "new"]),
    ...changed.map(({ entry, field, old, new: now }) => [entry, field, valueText(old), valueText(now)]),
  ];
}

function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

/** `->` would be escaped. */
function withArrow(text: string): string {
  return text.replaceAll("->", "→");
}
