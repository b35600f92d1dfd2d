import type { Catalog, Limits, Model } from "@modelpref/router";
import { indexIds } from "../layers/glob-index.ts";
import { append } from "./append.ts";
import { dominates } from "./dominance.ts";
import { type Look, warn } from "./survey.ts";

/** Models that another is compared with; in a catalog with more that nothing dominates, some are not found. */
const MOST_COMPARED = 500;

/** No model in use is worse than another one, or at best equal, in everything that the router looks at. */
export const findNeverFirst: Look = ({ catalog, inUse, own }) => {
  if (catalog === undefined) return [];
  return [...findDominated(catalog, (id) => inUse.has(id))].flatMap(([id, by]) => {
    const place = own.get(id);
    if (place === undefined) return [];
    const message = `${id} is never picked unless a hint finds it or ${by} is ruled out: ${by} can serve all that it can, and in price, speed and intelligence is as good or better (unknown counts as the worst)`;
    return [{ ...warn("never-first", id, place, message), by }];
  });
};

/**
 * The models that are never picked, whatever a request without hints prefers, as long as another one can be called; and
 * which one that is. Only models that the policy's lists treat alike are compared, for every server.
 */
export function findDominated(catalog: Catalog, isInUse: (id: string) => boolean): Map<string, string> {
  const listed = listsOf(catalog);
  const groups = new Map<string, Model[]>();
  for (const model of catalog.models) {
    if (isInUse(model.id)) append(groups, listed(model.id), model);
  }
  return new Map([...groups.values()].flatMap(findIn));
}

/** Who dominates a model comes before it in the order of ties, and is dominated by none or by one that does so too. */
function findIn(models: readonly Model[]): [id: string, by: string][] {
  const best: Model[] = [];
  const dominated: [string, string][] = [];
  for (const model of models.toSorted(byIntelligenceThenId)) {
    const by = best.find((other) => dominates(other, model));
    if (by !== undefined) dominated.push([model.id, by.id]);
    else if (best.length < MOST_COMPARED) best.push(model);
  }
  return dominated;
}

function byIntelligenceThenId(a: Model, b: Model): number {
  return (b.intelligence?.score ?? -1) - (a.intelligence?.score ?? -1) || (a.id < b.id ? -1 : 1);
}

/** Which of all allow and deny lists fit an id, as a text to compare. */
function listsOf({ models, policy = {} }: Catalog): (id: string) => string {
  const limits = [policy.limits, ...Object.values(policy.servers ?? {}).map((server) => server.limits)];
  const globs = limits.flatMap(({ allow, deny }: Limits = {}) => [allow ?? [], deny ?? []]);
  const find = indexIds(models.map(({ id }) => id));
  const fitting = new Map<string, number[]>();
  for (const [index, list] of globs.entries()) {
    for (const id of new Set(list.flatMap(find))) append(fitting, id, index);
  }
  return (id) => (fitting.get(id) ?? []).join();
}
