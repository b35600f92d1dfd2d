import type { Conflict, ImportedList, KeptDate, LeftPart, MergePlan, ModelDifference } from "@modelpref/catalog/import";
import type { Screen } from "../../terminal/screen.ts";
import { visible } from "../../terminal/visible.ts";
import { shorten } from "../../terminal/width.ts";
import { labelled } from "../text/section.ts";

/** Lines of each kind that are shown; the rest is counted. */
const SHOWN = 20;
/** Columns of a value. */
const VALUE = 40;

/** What an import changes in a catalog, and what it leaves as it is. */
export function viewMerge(
  { added, changed, gone, removed, conflicts, notAdded, unknown, keptDates, prices }: MergePlan,
  { list, file }: { list: ImportedList; file: string },
  screen: Screen,
): string {
  const counts = [
    `${added.length} new`,
    `${changed.length} ${changed.length === 1 ? "value" : "values"} changed`,
    `${gone.length} gone`,
    `${conflicts.length} in conflict`,
  ];
  const rows = [
    ...labelFirst("new", added, ({ id }) => id),
    ...labelFirst("changed", changed, change),
    ...labelFirst("gone", gone, (id) => `${id}: ${list.source} has it no more; it stays`),
    ...labelFirst("conflict", conflicts, (one) => conflict(one, list)),
    ...labelFirst("not added", notAdded, (one) => besideOurs(one, list)),
    ...labelFirst("removed", removed, (id) => `${id}: taken out by "remove", so not added`),
    ...labelFirst("no model", unknown, (id) => `${id}: not in ${file}, so not rated`),
    ...labelFirst("dates", keptDates, keptDate),
    ...labelFirst("prices", prices.compared > 0 ? [prices] : [], agreement),
  ];
  return `${[visible(`${file}: ${counts.join(", ")}`), ...labelled(rows, screen)].join("\n")}\n`;
}

/** Lines for what is found, the label before the first. Only those that are shown are put into words. */
function labelFirst<Found>(
  label: string,
  found: readonly Found[],
  inWords: (one: Found) => string,
): [string, string][] {
  const hidden = found.length - SHOWN;
  const texts = [
    ...found.slice(0, SHOWN).map((one) => inWords(one)),
    ...(hidden > 0 ? [`... and ${hidden} more`] : []),
  ];
  return texts.map((text, index) => [index === 0 ? label : "", visible(text)]);
}

function agreement({ agree, compared }: MergePlan["prices"]): string {
  return `${agree} of ${compared} agreed within 1 %`;
}

function change({ id, path, from, to }: ModelDifference): string {
  return `${id} ${path}: ${value(from)} -> ${value(to)}`;
}

function conflict({ id, path, from, to, source, place }: Conflict, list: ImportedList): string {
  const byName = source === undefined ? "set by hand" : `from ${source}`;
  const whose = place === undefined ? byName : `${place.file}:${place.line}`;
  return `${id} ${path}: ${value(from)} stays (${whose}), ${list.source} says ${value(to)}`;
}

function besideOurs({ id, path, value: theirs }: LeftPart, list: ImportedList): string {
  const fact = path.split(".")[0] ?? path;
  return `${id} ${path}: ${list.source} says ${value(theirs)}; ${fact} is stated without it, and stays`;
}

function keptDate({ source, retrieved = "without a date", ids }: KeptDate): string {
  const [first = "", ...others] = ids;
  const whose =
    others.length === 0 ? `${first} cites it, and was` : `${first} and ${others.length} more cite it, and were`;
  return `${source} stays ${retrieved}: ${whose} not asked for`;
}

function value(stated: unknown): string {
  return stated === undefined
    ? "nothing"
    : shorten(typeof stated === "string" ? stated : JSON.stringify(stated), VALUE);
}
