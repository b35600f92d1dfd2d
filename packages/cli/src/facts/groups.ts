import type { RankedModel } from "@modelpref/router";

/** Whether two models were found equally well, so that scores decide between them (design section 4). */
export function sameGroup(a: RankedModel, b: RankedModel): boolean {
  return sameMatch(a, b) && a.outputShortfall === b.outputShortfall;
}

function sameMatch({ match: a }: RankedModel, { match: b }: RankedModel): boolean {
  if (a === null || b === null) return a === b;
  return a.pass === b.pass && a.hintIndex === b.hintIndex && a.class === b.class;
}

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
