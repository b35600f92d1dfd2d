import type { CriterionName } from "../catalog/policy.ts";

/** The criteria in the order everything shows them. */
export const CRITERIA: readonly CriterionName[] = ["cost", "speed", "intelligence"];
