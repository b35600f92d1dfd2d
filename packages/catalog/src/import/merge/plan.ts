// The rule of merging. A fact is a key of an entry: cost, limit, modalities… Where the entry's `sources` says that all of it
// came from this list, the list's value replaces it. Where the catalog does not state the fact, neither in the file nor in
// a layer below, it is added. Every other fact stays; where the list contradicts it, that is a conflict, and where it knows
// another part of it, that is told as not added. Nothing is removed.

import { toValue } from "../../layers/tree.ts";
import type { Written } from "../../layers/written.ts";
import type { ImportedList } from "../read-list.ts";
import { type Selection, selector } from "../settle-rows.ts";
import { isFrom } from "../sources.ts";
import { pairs } from "../values/written.ts";
import { entryPairs, type Fact, factsOf } from "../write/entry.ts";
import { type Agreement, comparePrices } from "./compare-prices.ts";
import { type Conflict, type KnownModel, type LeftPart, type ModelDifference, planFacts } from "./plan-facts.ts";
import { type KeptDate, keptDates } from "./source-dates.ts";
import { sourceKeys } from "./source-keys.ts";
import { takenOut } from "./taken-out.ts";
import { entriesOf, type Target } from "./target.ts";

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
  /** What the list states of a fact that the catalog states in part, without it: the rule is by fact, so it is not added. */
  notAdded: readonly LeftPart[];
  /** Models with facts of this list that it no longer has. */
  gone: readonly string[];
  /** Models that the file or a layer below takes out with `remove`: they are not added. */
  removed: readonly string[];
  /** Models that are rated but not in the catalog: a rating alone is no model. */
  unknown: readonly string[];
  /** Sources whose dates stay, since entries cite them that were not asked for. */
  keptDates: readonly KeptDate[];
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
  const outs = takenOut(
    target,
    list.rows.map(({ model }) => model.id),
  );
  const plan = emptyPlan();
  for (const row of list.rows) {
    const { id } = row.model;
    const facts = factsOf(row, list, families, keyOf);
    const index = indexOf.get(id);
    const entry = index === undefined ? undefined : entries[index];
    const inForce = whole.models.get(id) ?? (entry && whole.removed.get(id));
    if (inForce === undefined) addModel(plan, { id, facts, list, isRemoved: outs.has(id) });
    else changeModel(plan, { id, entry, index, inForce, part, list }, facts);
  }
  return { ...plan, gone: goneFrom(entries, list, selection), keptDates: keptDates(target, list, selection) };
}

type Building = {
  -readonly [Key in Exclude<keyof MergePlan, "gone" | "keptDates" | "prices">]: MergePlan[Key][number][];
} & {
  prices: Agreement;
};

function emptyPlan(): Building {
  const lists = { added: [], layered: [], changes: [], changed: [], conflicts: [], notAdded: [] };
  return { ...lists, removed: [], unknown: [], prices: { compared: 0, agree: 0 } };
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
  const { written, changed, conflicts, notAdded } = planFacts(model, facts);
  plan.changed.push(...changed);
  plan.conflicts.push(...conflicts);
  plan.notAdded.push(...notAdded);
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
