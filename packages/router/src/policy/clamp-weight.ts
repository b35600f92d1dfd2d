import type { PartialWeights } from "../catalog/policy.ts";
import { CRITERION_NAMES } from "../criteria/criterion.ts";

/** A weight in 0..1; what is not a finite number counts as not stated. */
export function clampWeight(weight: number | undefined): number | undefined {
  return typeof weight === "number" && Number.isFinite(weight) ? Math.min(1, Math.max(0, weight)) : undefined;
}

/** The weights that are stated, clamped. */
export function statedWeights(weights: PartialWeights | undefined): PartialWeights {
  const stated: PartialWeights = {};
  for (const name of CRITERION_NAMES) {
    const weight = clampWeight(weights?.[name]);
    if (weight !== undefined) stated[name] = weight;
  }
  return stated;
}
