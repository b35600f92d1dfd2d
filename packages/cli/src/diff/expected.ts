import type { Explanation } from "@modelpref/router";
import type { Change, Estimate, Expected, Range, Sum } from "./catalog-diff.ts";

/** The expectation for the pick of an explanation. */
export function estimateOf({ ranked: [pick] }: Explanation): Estimate {
  return { cost: pick?.criteria.cost.raw ?? null, seconds: pick?.criteria.speed.raw ?? null };
}

/** The sums over requests. One for which a value is not known before or after counts in neither. */
export function sumUp(estimates: readonly Change<Estimate>[]): Expected {
  return { cost: sumOf(estimates, "cost"), seconds: sumOf(estimates, "seconds") };
}

function sumOf(estimates: readonly Change<Estimate>[], key: keyof Estimate): Sum {
  const sum: Sum = { old: 0, new: 0, requests: 0, range: null };
  for (const { old, new: now } of estimates) {
    if (old[key] === null || now[key] === null) continue;
    sum.old += old[key];
    sum.new += now[key];
    sum.requests += 1;
    sum.range = { old: widen(old[key], sum.range?.old), new: widen(now[key], sum.range?.new) };
  }
  return sum;
}

function widen(value: number, [least, most]: Range = [value, value]): Range {
  return [Math.min(least, value), Math.max(most, value)];
}
