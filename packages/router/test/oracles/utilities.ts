// The utilities of design section 4 in whole millionths, from raw values and the references of profile 1.
import type { CriterionName } from "../../src/index.ts";

/** One number for each criterion. */
export type PerCriterion<Value> = Record<CriterionName, Value>;

/** The criteria, in the order of explanations. */
export const CRITERIA: readonly CriterionName[] = ["cost", "speed", "intelligence"];

/** The profile's raw values for so many tokens: 1 and 4 USD per million, 0.8 s and 60 tokens per second, 100. */
export function referencesFor(inputTokens: number, outputTokens: number): PerCriterion<number> {
  return {
    cost: (inputTokens * 1 + outputTokens * 4) / 1e6,
    speed: 800 / 1e3 + outputTokens / 60,
    intelligence: 100,
  };
}

/** The utility of a raw value; what is unknown has none. */
export function utilityOf(criterion: CriterionName, raw: number | null, reference: number): number {
  if (raw === null) return 0;
  const ratio = raw / reference;
  const share = { cost: 1 / (1 + Math.sqrt(ratio)), speed: 1 / (1 + ratio), intelligence: ratio };
  return Math.round(1e6 * share[criterion]);
}

/** The sum of weight x utility, in whole numbers of 1e-9. */
export function weightedSum(weights: PerCriterion<number>, utilities: PerCriterion<number>): number {
  return CRITERIA.reduce((sum, criterion) => sum + weights[criterion] * utilities[criterion], 0);
}
