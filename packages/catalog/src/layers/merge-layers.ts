import type { Path } from "../problems/format-path.ts";
import type { CatalogProblem } from "../problems/problem.ts";
import { inheritFromBases } from "./base-models.ts";
import { override } from "./overrides.ts";
import type { Layer, Part } from "./part.ts";
import { remove } from "./removals.ts";
import { type Branch, mergeInto, type Place } from "./tree.ts";
import type { Whole } from "./whole.ts";
import { isWritten, type Written, writtenList } from "./written.ts";

/** The keys at the top of a catalog that merge as they are. */
const REST = ["name", "updated", "sources", "policy"] as const;

/** What stands for the file where no file says anything. */
const NOWHERE: Part = {
  file: "catalog",
  written: {},
  spotOf: () => ({ file: "catalog", line: 1 }),
  placeOf: () => ({ file: "catalog", path: "" }),
  report: (_path, finding) => ({ ...finding, file: "catalog", path: "" }),
};

/**
 * Merges layers from the lowest to the highest (design section 8): of each its entries, then its overrides, then its
 * removals; at the end models inherit from their bases. Each value keeps its place and what it took the place of.
 */
export function mergeLayers(layers: readonly Layer[]): { whole: Whole; problems: readonly CatalogProblem[] } {
  const nowhere = { part: layers.at(-1)?.at(-1) ?? NOWHERE, path: [] };
  const rest: Branch = { keys: new Map(), ...nowhere };
  const whole: Whole = { layers, models: new Map(), removed: new Map(), families: new Map(), idle: [], rest };
  const problems = layers.flat().flatMap((part) => addPart(whole, part));
  return { whole, problems: [...problems, ...inheritFromBases(whole)] };
}

function addPart(whole: Whole, part: Part): CatalogProblem[] {
  mergeInto(whole.rest, pick(part.written), { part, path: [] });
  addEntries(whole.families, part, "families");
  addEntries(whole.models, part, "models");
  const problems = override(whole, part);
  remove(whole, part);
  return problems;
}

function pick(written: Written): Written {
  return Object.fromEntries(REST.map((key) => [key, written[key]]));
}

/** An entry whose id is known merges into that one; others come behind. */
function addEntries(entries: Map<string, Branch>, part: Part, key: "models" | "families"): void {
  for (const [index, written] of writtenList(part.written[key]).entries()) {
    if (isWritten(written)) addEntry(entries, written, { part, path: [key, index] satisfies Path });
  }
}

function addEntry(entries: Map<string, Branch>, written: Written, place: Place): void {
  const { id } = written;
  if (typeof id !== "string") return;
  const entry = entries.get(id) ?? { keys: new Map(), ...place };
  entries.set(id, entry);
  mergeInto(entry, written, place);
}
