import { report } from "../checks/check.ts";
import type { CatalogProblem, Finding } from "../problems/problem.ts";
import { type Suggest, suggestFew } from "../problems/suggestion.ts";
import { allBut, undeclared } from "../problems/undeclared.ts";
import { type Branch, isBranch, type Tree, textAt } from "./tree.ts";
import type { Whole } from "./whole.ts";

/** What a model inherits (design section 8): what its weights decide, never what a host decides. */
const INHERITED = [
  ...["reasoning", "tool_call", "structured_output", "modalities"],
  ...["intelligence", "family", "tier"],
] as const;

/** Models of a circle that its message names. */
const MOST_NAMED = 8;

type Find = (id: string) => Branch | undefined;

/**
 * Lets each model that names a base inherit what it does not state itself: from what the base is when all layers are
 * merged, so that a change of the base reaches it. A removed model can still be a base.
 */
export function inheritFromBases({ models, removed }: Whole): CatalogProblem[] {
  const find: Find = (id) => models.get(id) ?? removed.get(id);
  const suggest = suggestFew();
  const done = new Set<string>();
  const problems: CatalogProblem[] = [];
  for (const id of models.keys()) {
    const chain = new Set<string>();
    for (let next: string | undefined = id; next !== undefined && !done.has(next); next = baseOf(next, find)) {
      if (chain.has(next)) {
        problems.push(circle(next, [...chain], find));
        break;
      }
      chain.add(next);
    }
    for (const name of [...chain].reverse()) {
      problems.push(...inheritOnce(name, find, models, suggest));
      done.add(name);
    }
  }
  return problems;
}

function baseOf(id: string, find: Find): string | undefined {
  const model = find(id);
  return model && textAt(model, "base_model");
}

function inheritOnce(id: string, find: Find, models: Whole["models"], suggest: Suggest): CatalogProblem[] {
  const model = find(id);
  const baseId = model && textAt(model, "base_model");
  if (model === undefined || baseId === undefined) return [];
  const base = find(baseId);
  if (base !== undefined) {
    inherit(model, base, baseId);
    return [];
  }
  const expected = "the id of another model of this catalog";
  return [atBase(model, undeclared("unknown-base-model", expected, baseId, allBut(id, models.keys()), suggest))];
}

function inherit(model: Branch, base: Branch, baseId: string): void {
  // A tier belongs to the family beside it.
  const isOfOtherFamily = model.keys.has("family");
  for (const field of INHERITED) {
    const inherited = base.keys.get(field);
    if (inherited === undefined || (field === "tier" && isOfOtherFamily)) continue;
    model.keys.set(field, under(model.keys.get(field), inherited, baseId));
  }
}

/** What a model states, with what is inherited below it. */
function under(own: Tree | undefined, inherited: Tree, base: string): Tree {
  if (own !== undefined && !(isBranch(own) && isBranch(inherited))) return covering(own, inherited);
  if (!isBranch(inherited)) return { ...inherited, base: inherited.base ?? base };
  const keys = new Map(isBranch(own) ? own.keys : []);
  for (const [key, inner] of inherited.keys) keys.set(key, under(keys.get(key), inner, base));
  return { ...(own ?? inherited), keys };
}

/** What a model states stays, and knows what it took the place of. */
function covering(own: Tree, inherited: Tree): Tree {
  return isBranch(own) ? own : { ...own, overrode: own.overrode ?? inherited };
}

function circle(id: string, chain: readonly string[], find: Find): CatalogProblem {
  const members = chain.slice(chain.indexOf(id));
  const named = members.length > MOST_NAMED ? [...members.slice(0, MOST_NAMED), "…"] : members;
  const message = `these models are bases of each other in a circle: ${[...named, id].join(" → ")}`;
  const last = find(members.at(-1) ?? id);
  const finding: Finding = { code: "base-model-cycle", message };
  return last === undefined ? { ...finding, file: "catalog", path: "" } : atBase(last, finding);
}

function atBase(model: Branch, finding: Finding): CatalogProblem {
  return report(model, ["base_model"], finding);
}
