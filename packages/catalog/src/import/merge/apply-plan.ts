import { isMap, type YAMLMap } from "yaml";
import type { ImportedList } from "../read-list.ts";
import type { Cited } from "../row.ts";
import { pairs } from "../values/written.ts";
import type { Fact } from "../write/entry.ts";
import type { MergePlan } from "./plan.ts";
import { sourceKeys } from "./source-keys.ts";
import { entriesOf, type Target } from "./target.ts";
import { findList, findMap, TextEdits } from "./text-edits.ts";

/** What is applied: the plan, what it was made for, and the list it comes from. */
export type Applied = { target: Target; plan: MergePlan; list: ImportedList };

/** A text with a plan carried out. `root` is the text's tree. */
export function applyPlan(text: string, root: YAMLMap.Parsed, { target, plan, list }: Applied): string {
  const edits = new TextEdits(text);
  const nodes = findList(root, "models")?.items.filter((item) => isMap(item)) ?? [];
  for (const { index, facts } of plan.changes) {
    const node = nodes[index];
    if (node !== undefined) changeEntry(edits, node, facts);
  }
  addEntries(edits, root, plan);
  const used = usedSources(target, plan);
  const keyOf = sourceKeys(target);
  const cited = [...list.cited].map(([key, about]) => [keyOf(key), about] as const);
  const kept = new Set(plan.keptDates.map(({ source }) => source));
  cite(
    edits,
    root,
    cited.filter(([key]) => used.has(key) && !kept.has(key)),
  );
  return edits.apply();
}

/** Writes facts and the key of each one's source into an entry. */
function changeEntry(edits: TextEdits, entry: YAMLMap.Parsed, facts: readonly Fact[]): void {
  const sources = findMap(entry, "sources");
  const named = facts.map(({ key, source }) => [key, source] as const);
  const values = facts.map(({ key, value }) => [key, value] as const);
  const added = setPairs(edits, entry, values);
  if (sources === undefined) added.push(["sources", Object.fromEntries(named)]);
  if (added.length > 0) edits.addPairs(entry, added, "sources");
  const newlyNamed = sources === undefined ? [] : setPairs(edits, sources, named);
  if (sources !== undefined && newlyNamed.length > 0) edits.addPairs(sources, newlyNamed);
}

type Pairs = (readonly [key: string, value: unknown])[];

/** Replaces the values of keys that a map has, and gives the pairs that it lacks. */
function setPairs(edits: TextEdits, map: YAMLMap.Parsed, wanted: Readonly<Pairs>): Pairs {
  for (const [key, value] of wanted) {
    if (map.has(key) && map.get(key) !== value) edits.replaceValue(map, key, value);
  }
  return wanted.filter(([key]) => !map.has(key));
}

function addEntries(edits: TextEdits, root: YAMLMap.Parsed, plan: MergePlan): void {
  const added = [...plan.layered, ...plan.added];
  if (added.length === 0) return;
  const list = findList(root, "models");
  const models = added.map((entry) => Object.fromEntries(entry.pairs));
  if (list === undefined) edits.addPairs(root, [["models", models]]);
  else if (list.items.length === 0) edits.replaceValue(root, "models", models);
  else
    edits.addItems(
      list,
      added.map((entry) => entry.pairs),
    );
}

/** Says in the catalog's `sources` where the facts come from, and when they were read last. */
function cite(edits: TextEdits, root: YAMLMap.Parsed, cited: readonly (readonly [string, Cited])[]): void {
  const sources = findMap(root, "sources");
  const missing = cited.filter(([key]) => sources === undefined || !sources.has(key));
  for (const [key, { retrieved }] of cited) {
    const about = sources && findMap(sources, key);
    if (about === undefined || retrieved === undefined) continue;
    const added = setPairs(edits, about, [["retrieved", retrieved]]);
    if (added.length > 0) edits.addPairs(about, added);
  }
  if (missing.length === 0) return;
  if (sources === undefined) edits.addPairs(root, [["sources", Object.fromEntries(missing)]]);
  else edits.addPairs(sources, missing);
}

/** The keys of all sources that the merged entries name. */
function usedSources({ part }: Target, { added, layered, changes }: MergePlan): ReadonlySet<unknown> {
  const entries = [...layered, ...added].map((entry) => Object.fromEntries(entry.pairs));
  const maps = [...entriesOf(part), ...entries].map((entry) => entry["sources"]);
  const named = maps.flatMap((sources) => pairs(sources).map(([, key]) => key));
  return new Set([...named, ...changes.flatMap(({ facts }) => facts.map(({ source }) => source))]);
}
