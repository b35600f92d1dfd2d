import type { Expect, Pair } from "./schema.ts";

/** A pair of `rank_before`, and the way from there to it. */
export type PlacedPair = { pair: Pair; path: readonly (string | number)[] };

/** The pairs of `rank_before`, be it one or a list of them. */
export function pairsOf({ rank_before: written }: Expect): PlacedPair[] {
  if (written === undefined) return [];
  return isOnePair(written)
    ? [{ pair: written, path: ["rank_before"] }]
    : written.map((pair, index) => ({ pair, path: ["rank_before", index] }));
}

function isOnePair(written: Pair | Pair[]): written is Pair {
  return typeof written[0] === "string";
}
