import type { Explanation } from "@modelpref/router";
import type { Change, Expected, Sum } from "./catalog-diff.ts";

/** What a pick is expected to take: USD and seconds, null where that is not known or nothing is picked. */
export type Estimate = { cost: number | null; seconds: number | null };

/** The expectation for the pick of an explanation. */
export function estimateOf({ ranked: [pick] }: Explanation): Estimate {
  return { cost: pick?.criteria.cost.raw ?? null, seconds: pick?.criteria.speed.raw ?? null };
}

/** The sums over requests. One for which a value is not known before or after counts in neither. */
export function sumUp(estimates: readonly Change<Estimate>[]): Expected {
  return { cost: sumOf(estimates, "cost"), seconds: sumOf(estimates, "seconds") };
}

function sumOf(estimates: readonly Change<Estimate>[], key: keyof Estimate): Sum {
  const sum: Sum = { old: 0, new: 0, requests: 0 };
  for (const { old, new: now } of estimates) {
    if (old[key] === null || now[key] === null) continue;
    sum.old += old[key];
    sum.new += now[key];
    sum.requests += 1;
  }
  return sum;
}
