// The rule of merging. A fact is a key of an entry: cost, limit, modalities… Where the entry's `sources` says that all of it
// came from this list, the list's value replaces it. Where the catalog does not state the fact, neither in the file nor in
// a layer below, it is added. Every other fact stays; where the list contradicts it, that is a conflict. Nothing is removed.

import type { Part } from "../../layers/part.ts";
import { toValue } from "../../layers/tree.ts";
import type { Whole } from "../../layers/whole.ts";
import { isWritten, type Written, writtenList } from "../../layers/written.ts";
import type { ImportedList } from "../read-list.ts";
import { type Selection, selector } from "../settle-rows.ts";
import { isFrom } from "../sources.ts";
import { pairs } from "../values/written.ts";
import { entryPairs, type Fact, factsOf } from "../write/entry.ts";
import { type Agreement, comparePrices } from "./compare-prices.ts";
import { type Conflict, type KnownModel, type ModelDifference, planFacts } from "./plan-facts.ts";
import { sourceKeys } from "./source-keys.ts";

/** What is merged into: a file, and what all layers say together, the file on top. */
export type Target = { part: Part; whole: Whole };

/** An entry that is written behind the others. */
type NewEntry = { id: string; pairs: readonly [string, unknown][] };

/** What an import does to one entry: facts to write, new ones and changed ones. */
type EntryChange = { index: number; facts: readonly Fact[] };

/** What an import does to a catalog, and what it leaves. */
export type MergePlan = {
  /** Models that neither the file nor a layer below has. */
  added: readonly NewEntry[];
  /** Models of a layer below, with no more than the facts that it does not state. */
  layered: readonly NewEntry[];
  changes: readonly EntryChange[];
  changed: readonly ModelDifference[];
  conflicts: readonly Conflict[];
  /** Models with facts of this list that it no longer has. */
  gone: readonly string[];
  /** Models that the file or a layer below takes out with `remove`: they are not added. */
  removed: readonly string[];
  /** Models that are rated but not in the catalog: a rating alone is no model. */
  unknown: readonly string[];
  /** Models that the list and the catalog both price, and those whose input and output prices are within 1 %. */
  prices: Agreement;
};

/** Decides what an import changes. */
export function planMerge(target: Target, list: ImportedList, selection: Selection): MergePlan {
  const { part, whole } = target;
  const entries = entriesOf(part);
  const indexOf = new Map(entries.map((entry, index) => [entry["id"], index]));
  const families = new Set<unknown>(whole.families.keys());
  const keyOf = sourceKeys(target);
  const plan = emptyPlan();
  for (const row of list.rows) {
    const { id } = row.model;
    const facts = factsOf(row, list, families, keyOf);
    const index = indexOf.get(id);
    const entry = index === undefined ? undefined : entries[index];
    const inForce = whole.models.get(id) ?? (entry && whole.removed.get(id));
    if (inForce === undefined) addModel(plan, { id, facts, list, isRemoved: whole.removed.has(id) });
    else changeModel(plan, { id, entry, index, inForce, part, list }, facts);
  }
  return { ...plan, gone: goneFrom(entries, list, selection) };
}

/** The entries of a file. */
export function entriesOf({ written }: Part): Written[] {
  return writtenList(written["models"]).filter(isWritten);
}

type Building = { -readonly [Key in Exclude<keyof MergePlan, "gone" | "prices">]: MergePlan[Key][number][] } & {
  prices: Agreement;
};

function emptyPlan(): Building {
  const lists = { added: [], layered: [], changes: [], changed: [], conflicts: [], removed: [], unknown: [] };
  return { ...lists, prices: { compared: 0, agree: 0 } };
}

type Unknown = { id: string; facts: readonly Fact[]; list: ImportedList; isRemoved: boolean };

function addModel({ added, removed, unknown }: Building, { id, facts, list, isRemoved }: Unknown): void {
  if (isRemoved) removed.push(id);
  else if (list.source === "scores") unknown.push(id);
  else added.push({ id, pairs: entryPairs(id, facts) });
}

function changeModel(plan: Building, model: KnownModel & { index: number | undefined }, facts: readonly Fact[]): void {
  const { id, index, inForce } = model;
  const price = inForce.keys.get("cost");
  comparePrices(plan.prices, price && toValue(price), facts.find(({ key }) => key === "cost")?.value);
  const { written, changed, conflicts } = planFacts(model, facts);
  plan.changed.push(...changed);
  plan.conflicts.push(...conflicts);
  if (written.length === 0) return;
  if (index === undefined) plan.layered.push({ id, pairs: entryPairs(id, written) });
  else plan.changes.push({ index, facts: written });
}

/** What a row could not be taken for is in the list all the same. */
function goneFrom(
  entries: readonly Written[],
  { source, rows, dropped }: ImportedList,
  selection: Selection,
): string[] {
  const ours = entries.filter((entry) => pairs(entry["sources"]).some(([, key]) => isFrom(source, key)));
  const ids = ours.map((entry) => entry["id"]).filter((id) => typeof id === "string");
  const listed = new Set([...rows.map(({ model }) => model.id), ...dropped.map(({ id }) => id)]);
  const isAsked = selector(ids, selection);
  return ids.filter((id) => !listed.has(id) && isAsked(id));
}
