import type { RankedModel } from "@modelpref/router";
import { sameGroup } from "@modelpref/router/words";

/** The ranking in runs of models that were found equally well. */
export function matchGroups(ranked: readonly RankedModel[]): RankedModel[][] {
  const groups: RankedModel[][] = [];
  for (const model of ranked) {
    const group = groups.at(-1);
    if (group?.[0] !== undefined && sameGroup(group[0], model)) group.push(model);
    else groups.push([model]);
  }
  return groups;
}
