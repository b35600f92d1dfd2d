import type { CriterionExplanation, CriterionName, Explanation, RankedModel } from "@modelpref/router";
import { dollars, seconds } from "./numbers.ts";
import { CRITERIA } from "./words.ts";

/**
 * What decides inside a match group and so what bars show: the score by the request's weights or, where these are
 * all 0, the tie-break by the policy's fallback weights.
 */
export type Measure = { name: "score" | "tie-break"; weights: Record<CriterionName, number> };

/** The measure of an explanation. */
export function measureOf({ weights, policy }: Explanation): Measure {
  const isWeighed = CRITERIA.some((criterion) => weights[criterion] > 0);
  return isWeighed ? { name: "score", weights } : { name: "tie-break", weights: policy.fallback };
}

/** The value of a model in a measure. */
export function measuredValue(model: RankedModel, measure: Measure): number {
  return measure.name === "score" ? model.score : model.base;
}

/** The terms of that value, each as a share of `full`, in the order of the criteria. */
export function shares(
  model: RankedModel,
  { weights }: Measure,
  full: number,
): { criterion: CriterionName; share: number }[] {
  return CRITERIA.map((criterion) => ({
    criterion,
    share: full === 0 ? 0 : (weights[criterion] * model.criteria[criterion].utility) / full,
  }));
}

/** A raw value with its unit; `?` where it is unknown, `~` before what is partly assumed. */
export function rawText({ raw, unit, assumed }: CriterionExplanation): string {
  if (raw === null) return "?";
  const text = unit === "USD" ? dollars(raw) : unit === "s" ? seconds(raw) : String(raw);
  return assumed ? `~${text}` : text;
}
