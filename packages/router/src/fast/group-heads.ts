import type { EffectivePolicy, MatchClass } from "../explain/explanation.ts";
import { MATCH_CLASSES, passOf } from "../names/match-classes.ts";
import { groupNumber, partByClass } from "./groups.ts";
import type { HintClasses } from "./hint-classes.ts";
import { findSkyline } from "./skyline.ts";
import type { View } from "./view.ts";

/** The best group that one hint leads to in one pass, cut to the models that can win it. */
type GroupHead = { class: MatchClass; winners: Int32Array };

/** The heads of a hint by pass; undefined where it finds nothing in that pass. */
export type GroupHeads = readonly (GroupHead | undefined)[];

/** The passes, in their order. */
export const PASSES = [0, 1, 2] as const;

/** For each pass the first class that finds a model which can serve, and its models that can win. */
export function findHeads(view: View, classes: HintClasses): GroupHeads {
  const groups = partByClass(view, classes);
  const headOf = (name: MatchClass, order: number): GroupHead | undefined => {
    const positions = [0, 1]
      .map((shortfall) => groups[groupNumber(order, shortfall)] ?? [])
      .find(({ length }) => length > 0);
    return positions && { class: name, winners: findSkyline(positions, view) };
  };
  return PASSES.map((pass) => {
    for (const [order, name] of classesOfPass(pass, view.policy)) {
      const head = headOf(name, order);
      if (head !== undefined) return head;
    }
    return undefined;
  });
}

/** The classes of a pass with their numbers, best first. */
export function classesOfPass(pass: 0 | 1 | 2, policy: EffectivePolicy): [order: number, name: MatchClass][] {
  return [...MATCH_CLASSES.entries()].filter(([, name]) => passOf(name, policy) === pass);
}

/** About how many bytes the heads of a hint take. */
export function bytesOfHeads(heads: GroupHeads): number {
  return heads.reduce((bytes, head) => bytes + 200 + 4 * (head?.winners.length ?? 0), 200);
}
