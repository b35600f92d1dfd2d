import type { Part, Spot } from "../../layers/part.ts";
import { type Branch, isBranch, type Tree, toValue, treeAt } from "../../layers/tree.ts";
import type { Written } from "../../layers/written.ts";
import type { ImportedList } from "../read-list.ts";
import { isFrom } from "../sources.ts";
import { get, pairs } from "../values/written.ts";
import type { Fact } from "../write/entry.ts";
import { type Difference, differences } from "./differences.ts";

/** A value that an import changed or would not change, with the model. */
export type ModelDifference = Difference & { id: string };

/** A value that stays because the list did not set it. */
export type Conflict = ModelDifference & {
  /** What the file's entry names as its source; undefined where it names nothing. */
  source: string | undefined;
  /** Where the value stands, when the file's entry does not state it: a layer below, an override, a base model. */
  place?: Spot | undefined;
};

/** A part that a list states of a fact, and the catalog, which states other parts of it, does not. */
export type LeftPart = { id: string; path: string; value: unknown };

/** A model of the catalog: its entry in the file, where it has one, and what all layers say together. */
export type KnownModel = { id: string; entry: Written | undefined; inForce: Branch; part: Part; list: ImportedList };

/** What becomes of one model's facts: those to write, and what to say. */
type FactsPlan = { written: Fact[]; changed: ModelDifference[]; conflicts: Conflict[]; notAdded: LeftPart[] };

/** What a user words in their own way: another wording is no conflict. */
const WORDED: ReadonlySet<string> = new Set(["name", "aliases", "family", "tier"]);

/** Decides, fact by fact, what an import does to a model, by the rule of plan.ts. */
export function planFacts(model: KnownModel, facts: readonly Fact[]): FactsPlan {
  const plan: FactsPlan = { written: [], changed: [], conflicts: [], notAdded: [] };
  const sources = new Map(pairs(model.entry?.["sources"]));
  for (const fact of facts) {
    const stated = model.inForce.keys.get(fact.key);
    if (stated === undefined || isOurs(fact.key, sources, model.list)) {
      const changed = changesBy(fact, model);
      if (changed.length > 0) plan.written.push(fact);
      plan.changed.push(...changed);
    } else if (!WORDED.has(fact.key)) {
      plan.conflicts.push(...conflictsWith(fact, stated, model));
      plan.notAdded.push(...partsBeside(fact, stated, model));
    }
  }
  return plan;
}

/** Whether the entry says that a fact, with all its parts that name a source, came from this list. */
function isOurs(fact: string, sources: ReadonlyMap<string, unknown>, { source }: ImportedList): boolean {
  if (!isFrom(source, sources.get(fact))) return false;
  return [...sources].every(([key, named]) => !key.startsWith(`${fact}.`) || isFrom(source, named));
}

/** What writing a fact changes: what the entry does not state lay below until now. */
function changesBy({ key, value }: Fact, { id, entry, inForce }: KnownModel): ModelDifference[] {
  const changes = differences(key, get(entry, key), value).flatMap((change) => {
    const below = change.from === undefined ? treeAt(inForce, ...change.path.split(".")) : undefined;
    if (below === undefined) return [change];
    return differences(change.path, toValue(below), change.to).filter(({ to }) => to !== undefined);
  });
  return changes.map((change) => ({ id, ...change }));
}

/** What a list contradicts. Where the user deleted the value (null), or only one side says anything, nothing is. */
function conflictsWith({ key, value }: Fact, stated: Tree, model: KnownModel): Conflict[] {
  return differences(key, toValue(stated), value)
    .filter(({ from, to }) => isStated(from) && isStated(to))
    .map((difference) => ({ id: model.id, ...difference, ...whose(difference.path, model) }));
}

/** What a list states beside what stands there. A date is that of the values beside it, and says nothing alone. */
function partsBeside({ key, value }: Fact, stated: Tree, { id, inForce }: KnownModel): LeftPart[] {
  return differences(key, toValue(stated), value)
    .filter(({ path, from, to }) => from === undefined && isStated(to) && !path.endsWith(".as_of"))
    .filter(({ path }) => treeAt(inForce, ...path.split(".")) === undefined)
    .map(({ path, to }) => ({ id, path, value: to }));
}

function isStated(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function whose(path: string, { entry, inForce, part }: KnownModel): Pick<Conflict, "source" | "place"> {
  const stands = treeAt(inForce, ...path.split(".")) ?? inForce;
  const isInherited = !isBranch(stands) && stands.base !== undefined;
  if (stands.part === part && stands.path[0] === "models" && !isInherited) return { source: sourceOf(entry, path) };
  return { source: undefined, place: stands.part.spotOf(stands.path) };
}

/** The most exact source that an entry names for a value: that of `cost.tiers` before that of `cost`. */
function sourceOf(entry: Written | undefined, path: string): string | undefined {
  const sources = new Map(pairs(entry?.["sources"]));
  const source = sources.get(path) ?? sources.get(path.split(".")[0] ?? path);
  return typeof source === "string" ? source : undefined;
}
