// The rule of merging. A fact is a key of an entry: cost, limit, modalities… Where the entry's `sources` says that all of it
// came from this list, the list's value replaces it; where the entry does not have the fact, it is added. Every other
// fact is the user's, or another list's, and stays; where the list contradicts it, that is a conflict. Nothing is removed.

import type { ImportedList } from "../read-list.ts";
import { isFrom } from "../sources.ts";
import { isWritten, pairs } from "../values/written.ts";
import { entryPairs, type Fact, factsOf } from "../write/entry.ts";
import { type Difference, differences } from "./differences.ts";

/** An entry of the file as it is written. */
export type WrittenEntry = Readonly<Record<string, unknown>>;

/** A value that an import changed or would not change, with the model. */
export type ModelDifference = Difference & { id: string };

/** A value that stays because the list did not set it. `source`: what set it, undefined where nobody is named. */
export type Conflict = ModelDifference & { source: string | undefined };

/** What an import does to one entry: facts to write, new ones and changed ones. */
type EntryChange = { index: number; facts: readonly Fact[] };

/** What an import does to a catalog, and what it leaves. */
export type MergePlan = {
  added: readonly { id: string; pairs: readonly [string, unknown][] }[];
  changes: readonly EntryChange[];
  changed: readonly ModelDifference[];
  conflicts: readonly Conflict[];
  /** Models with facts of this list that it no longer has. */
  gone: readonly string[];
  /** Models that are rated but not in the file: a rating alone is no model. */
  unknown: readonly string[];
  /** Models that the list and the file both price, and those whose input and output prices are within 1 %. */
  prices: { compared: number; agree: number };
};

/** What a user words in their own way: another wording is no conflict. */
const WORDED: ReadonlySet<string> = new Set(["name", "aliases", "family", "tier"]);

/** Decides what an import changes. `isAsked`: whether the import looked for a model at all. */
export function planMerge(
  entries: readonly WrittenEntry[],
  list: ImportedList,
  families: ReadonlySet<unknown>,
  isAsked: (id: string) => boolean,
): MergePlan {
  const indexOf = new Map(entries.map((entry, index) => [entry["id"], index]));
  const plan: Building = {
    added: [],
    changes: [],
    changed: [],
    conflicts: [],
    unknown: [],
    prices: { compared: 0, agree: 0 },
  };
  const listed = new Set<unknown>();
  for (const row of list.rows) {
    const facts = factsOf(row, list, families);
    const index = indexOf.get(row.model.id);
    const entry = index === undefined ? undefined : entries[index];
    listed.add(row.model.id);
    if (entry !== undefined && index !== undefined) planEntry(plan, { id: row.model.id, index, entry, list }, facts);
    else if (list.source === "scores") plan.unknown.push(row.model.id);
    else plan.added.push({ id: row.model.id, pairs: entryPairs(row.model.id, facts) });
  }
  const gone = entries.flatMap((entry) => {
    const { id } = entry;
    return typeof id === "string" && hasFactsOf(entry, list) && !listed.has(id) && isAsked(id) ? [id] : [];
  });
  return { ...plan, gone };
}

type Building = {
  added: { id: string; pairs: [string, unknown][] }[];
  changes: EntryChange[];
  changed: ModelDifference[];
  conflicts: Conflict[];
  unknown: string[];
  prices: { compared: number; agree: number };
};

type Planned = { id: string; index: number; entry: WrittenEntry; list: ImportedList };

function planEntry(plan: Building, { id, index, entry, list }: Planned, facts: readonly Fact[]): void {
  const written = facts.filter((fact) => {
    const from = Object.hasOwn(entry, fact.key) ? entry[fact.key] : undefined;
    if (fact.key === "cost") comparePrices(plan.prices, from, fact.value);
    const found = differences(fact.key, from, fact.value).map((difference) => ({ id, ...difference }));
    if (found.length === 0) return false;
    if (from === undefined || ownsAll(entry, fact.key, list)) return plan.changed.push(...found) > 0;
    // The user deleted it (null), words it in another way, or only one side says anything.
    const contradictions = found.filter((difference) => isStated(difference.from) && isStated(difference.to));
    if (!WORDED.has(fact.key)) {
      plan.conflicts.push(...contradictions.map((one) => ({ ...one, source: sourceOf(entry, one.path) })));
    }
    return false;
  });
  if (written.length > 0) plan.changes.push({ index, facts: written });
}

function isStated(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** Whether the entry says that a fact, with all its parts that name a source, came from this list. */
function ownsAll(entry: WrittenEntry, fact: string, { source }: ImportedList): boolean {
  const named = pairs(entry["sources"]).filter(([key]) => key === fact || key.startsWith(`${fact}.`));
  return named.some(([key]) => key === fact) && named.every(([, key]) => isFrom(source, key));
}

/** The most exact source that an entry names for a value: that of `cost.tiers` before that of `cost`. */
function sourceOf(entry: WrittenEntry, path: string): string | undefined {
  const sources = new Map(pairs(entry["sources"]));
  const source = sources.get(path) ?? sources.get(path.split(".")[0] ?? path);
  return typeof source === "string" ? source : undefined;
}

function hasFactsOf(entry: WrittenEntry, { source }: ImportedList): boolean {
  return pairs(entry["sources"]).some(([, key]) => isFrom(source, key));
}

const CLOSE = 0.01;

function comparePrices(prices: { compared: number; agree: number }, from: unknown, to: unknown): void {
  const [before, after] = [new Map(pairs(from)), new Map(pairs(to))];
  const both = ["input", "output"].map((key) => [before.get(key), after.get(key)]);
  if (!isWritten(from) || both.some((pair) => pair.some((price) => typeof price !== "number"))) return;
  prices.compared += 1;
  if (both.every(([a, b]) => Math.abs(Number(a) - Number(b)) <= CLOSE * Math.max(Number(a), Number(b))))
    prices.agree += 1;
}
