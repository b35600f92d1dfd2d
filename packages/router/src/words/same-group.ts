import type { RankedModel } from "../explain/explanation.ts";

/** Whether two models were found equally well, so that scores decide between them (design section 4). */
export function sameGroup(a: RankedModel, b: RankedModel): boolean {
  return sameMatch(a, b) && a.outputShortfall === b.outputShortfall;
}

function sameMatch({ match: a }: RankedModel, { match: b }: RankedModel): boolean {
  if (a === null || b === null) return a === b;
  return a.pass === b.pass && a.hintIndex === b.hintIndex && a.class === b.class;
}
