import type { View } from "./view.ts";

/**
 * The positions that can win their group under some weights: those that no earlier position, which would win the tie,
 * equals or beats in all three criteria. Positions come in rising order, and stay so.
 */
export function findSkyline(
  positions: readonly number[],
  view: Pick<View, "cost" | "speed" | "intelligence">,
): Int32Array {
  const kept: number[] = [];
  for (const position of positions) {
    if (!kept.some((better) => isAsGood(better, position, view))) kept.push(position);
  }
  return Int32Array.from(kept);
}

function isAsGood(
  a: number,
  b: number,
  { cost, speed, intelligence }: Pick<View, "cost" | "speed" | "intelligence">,
): boolean {
  return (
    (cost[a] ?? 0) >= (cost[b] ?? 0) &&
    (speed[a] ?? 0) >= (speed[b] ?? 0) &&
    (intelligence[a] ?? 0) >= (intelligence[b] ?? 0)
  );
}
