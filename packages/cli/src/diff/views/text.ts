import { dollars, seconds } from "../../facts/numbers.ts";
import type { Screen } from "../../terminal/screen.ts";
import { layTable } from "../../terminal/table.ts";
import { visible } from "../../terminal/visible.ts";
import { wrap } from "../../terminal/wrap.ts";
import { INDENT, section } from "../../views/text/section.ts";
import { eachText, meansText, percentText, requestText } from "../amounts.ts";
import type { CatalogDiff, EntryChanges, KeptGroup, PickGroup, RequestChange, Sum } from "../catalog-diff.ts";
import { countText, fieldText, pickText, reasonTexts } from "../words.ts";

/** Requests of a group, and changes of a catalog, beyond these many are counted. */
const MOST_REQUESTS = 8;
const MOST_CHANGES = 40;

/** Whether every request, reason and change is shown, or only as many as a person reads. */
type Detail = { verbose: boolean };

/** What a change of the catalog does, to be read on a terminal: picks, costs and times, then what changed. */
export function viewDiff(diff: CatalogDiff, detail: Detail, screen: Screen): string {
  const { changed, requests, picks, kept, catalog, expected } = diff;
  const none = requests === 1 ? "The request gets the model it had" : `All ${requests} requests get the model they had`;
  const title = changed === 0 ? none : `${changed} of ${countText(requests)} get another model`;
  const lines = [
    ...wrap(`${title}; ${meansText(expected)}.`, screen.columns).map((line) => screen.paint("bold", line)),
    ...section("Other picks", apart(picks.map((group) => pickLines(group, detail, screen))), screen),
    ...section(
      "Same picks, at another cost or time",
      kept.flatMap((group) => keptLines(group, detail, screen)),
      screen,
    ),
    ...section("What is expected", expectedLines(diff, screen), screen),
    ...section("What changed in the catalog", entryLines(catalog, detail, screen), screen),
  ];
  return `${lines.join("\n")}\n`;
}

function pickLines({ from, to, reasons, requests, expected }: PickGroup, detail: Detail, screen: Screen): string[] {
  const heading = `${countText(requests.length)}: ${pickText(from)} -> ${pickText(to)}`;
  return [
    ...indented(heading, screen, 1).map((line) => screen.paint("bold", line)),
    ...reasonTexts(reasons, detail.verbose ? reasons.length : undefined).flatMap((text) =>
      indented(`because ${text}`, screen, 2),
    ),
    ...indented(eachText(expected), screen, 2),
    ...(detail.verbose ? requestLines(requests, screen) : idLines(requests, screen)),
  ];
}

function keptLines({ pick, requests, expected }: KeptGroup, { verbose }: Detail, screen: Screen): string[] {
  return [
    ...indented(`${countText(requests.length)}: ${visible(pick)}`, screen, 1),
    ...indented(eachText(expected), screen, 2),
    ...(verbose ? requestLines(requests, screen) : []),
  ];
}

/** The first requests by their ids, and how many more there are. */
function idLines(requests: readonly RequestChange[], screen: Screen): string[] {
  const named = requests.slice(0, MOST_REQUESTS).map(({ id }) => visible(id));
  const hidden = requests.length - named.length;
  const list = [...named, ...(hidden > 0 ? [`and ${hidden} more`] : [])].join(", ");
  return indented(list, screen, 2).map((line) => screen.paint("gray", line));
}

/** Every request by itself. */
function requestLines(requests: readonly RequestChange[], screen: Screen): string[] {
  return requests.flatMap((request) =>
    indented(`${visible(request.id)}: ${requestText(request)}`, screen, 2).map((line) => screen.paint("gray", line)),
  );
}

function expectedLines({ requests, expected: { cost, seconds: time } }: CatalogDiff, screen: Screen): string[] {
  const rows = [...sumRows("cost", cost, dollars, requests), ...sumRows("time", time, seconds, requests)];
  const head = ["", "old", "new", "", ""].map((text) => ({ text, style: "gray" as const }));
  const columns = [{}, { align: "right" as const }, { align: "right" as const }, { align: "right" as const }, {}];
  return layTable([head, ...rows], columns, screen, screen.columns - INDENT.length).map((line) => INDENT + line);
}

function sumRows(label: string, sum: Sum, format: (value: number) => string, requests: number): string[][] {
  if (sum.requests === 0) return [[label, "?", "?", "", ""]];
  const unknown = requests - sum.requests;
  const note = unknown > 0 ? `without ${unknown} unknown` : "";
  const row = (name: string, by: number): string[] => [name, format(sum.old / by), format(sum.new / by)];
  return [
    [...row(`${label} in total`, 1), percentText(sum), note],
    [...row(`${label} of a request`, sum.requests), "", ""],
  ];
}

function entryLines({ added, removed, changed }: EntryChanges, { verbose }: Detail, screen: Screen): string[] {
  const entries = [...new Set(changed.map(({ entry }) => entry))];
  const lines = [
    ...removed.map((id) => `- ${visible(id)}`),
    ...added.map((id) => `+ ${visible(id)}`),
    ...entries.map((entry) => {
      const fields = changed.filter((change) => change.entry === entry).map(fieldText);
      return `~ ${visible(entry)}: ${fields.join("; ")}`;
    }),
  ];
  const most = verbose ? lines.length : MOST_CHANGES;
  const hidden = lines.length - most;
  const more = hidden > 0 ? [`... and ${hidden} more (--verbose shows all)`] : [];
  const shown = [...lines.slice(0, most), ...more];
  return shown.length === 0
    ? [`${INDENT}nothing that routing reads`]
    : shown.flatMap((line) => indented(line, screen, 1));
}

function indented(text: string, screen: Screen, depth: number): string[] {
  return wrap(text, screen.columns, INDENT.repeat(depth), INDENT.repeat(depth + 1));
}

/** Blocks of lines with an empty line between them. */
function apart(blocks: readonly (readonly string[])[]): string[] {
  return blocks.flatMap((block, index) => (index === 0 ? block : ["", ...block]));
}
