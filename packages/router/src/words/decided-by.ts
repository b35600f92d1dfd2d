import type { RankedModel } from "../explain/explanation.ts";

/** The keys of the order of design section 4; the first that differs decides. */
export type OrderKey = "match" | "output" | "score" | "base" | "intelligence" | "cost" | "speed" | "id";

/** What puts one ranked model before another: the first key of the order in which they differ. */
export function decidedBy(a: RankedModel, b: RankedModel): OrderKey {
  const keys: readonly [OrderKey, unknown, unknown][] = [
    ["match", matchKey(a), matchKey(b)],
    ["output", a.outputShortfall, b.outputShortfall],
    ["score", a.score, b.score],
    ["base", a.base, b.base],
    ["intelligence", a.criteria.intelligence.raw, b.criteria.intelligence.raw],
    ["cost", a.criteria.cost.raw, b.criteria.cost.raw],
    ["speed", a.criteria.speed.raw, b.criteria.speed.raw],
  ];
  return keys.find(([, one, other]) => one !== other)?.[0] ?? "id";
}

function matchKey({ match }: RankedModel): string {
  return match === null ? "none" : `${match.pass} ${match.hintIndex} ${match.class}`;
}
