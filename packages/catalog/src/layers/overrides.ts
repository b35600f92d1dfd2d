import type { CatalogProblem, Finding } from "../problems/problem.ts";
import { type FindIds, indexIds } from "./glob-index.ts";
import type { Part } from "./part.ts";
import { type Branch, mergeInto, type Place } from "./tree.ts";
import type { Whole } from "./whole.ts";
import { isWritten, writtenList } from "./written.ts";

/** How often the overrides of one file may change a model; each change is remembered. */
const MOST_CHANGES = 200_000;

const TOO_MANY: Finding = {
  code: "too-many-overrides",
  message: `up to here the overrides change models more than ${MOST_CHANGES} times; no catalog needs that`,
};

/** Lays what a file sets over all models that fit, in the order of the file. Models of layers above are not touched. */
export function override({ models, idle }: Whole, part: Part): CatalogProblem[] {
  const overrides = writtenList(part.written["overrides"]);
  if (overrides.length === 0) return [];
  const find = indexIds(models.keys());
  let changes = 0;
  for (const [index, entry] of overrides.entries()) {
    const fitting = fittingOf(entry, find);
    changes += fitting.length;
    if (fitting.length === 0) idle.push({ part, path: ["overrides", index, "match"] });
    if (changes > MOST_CHANGES) return [part.report(["overrides", index], TOO_MANY)];
    const place = { part, path: ["overrides", index, "set"] };
    for (const id of fitting) change(models.get(id), entry, place);
  }
  return [];
}

function fittingOf(entry: unknown, find: FindIds): readonly string[] {
  const { match } = isWritten(entry) ? entry : {};
  return typeof match === "string" ? find(match) : [];
}

function change(model: Branch | undefined, entry: unknown, place: Place): void {
  const { set } = isWritten(entry) ? entry : {};
  // One that sets nothing is a problem of its file, and told as such.
  if (model !== undefined && isWritten(set)) mergeInto(model, set, place);
}
