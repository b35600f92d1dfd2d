// Quantise before comparing: U = round(1e6 u) and W = round(1e3 w), so that S = sum of W U is an exact integer.
import type { Entry } from "../catalog/entry.ts";
import type { CriterionName } from "../catalog/policy.ts";
import type { Weights } from "../policy/weigh.ts";
import { cost } from "./cost.ts";
import type { Criterion, Measurement, RequestSize } from "./criterion.ts";
import { intelligence } from "./intelligence.ts";
import { speed } from "./speed.ts";

/** All criteria by name. */
export const CRITERIA: Record<CriterionName, Criterion> = { cost, speed, intelligence };

/** A measurement with its utility in whole millionths; what is unknown has utility 0. */
type Rated = Measurement & { utility: number };

/** What the criteria say of one model, and what it adds up to. */
export type Assessment = Record<CriterionName, Rated> & {
  /** Sum of weight x utility under the request's weights, in units of 1e-9. */
  score: number;
  /** The same under the policy's fallback weights. */
  base: number;
};

/** Rates one model for one request. It is given no other model. */
export function assess(entry: Entry, size: RequestSize, weights: Weights, fallback: Weights): Assessment {
  const rated = {
    cost: rate(cost, entry, size),
    speed: rate(speed, entry, size),
    intelligence: rate(intelligence, entry, size),
  };
  return { ...rated, score: weightedSum(rated, weights), base: weightedSum(rated, fallback) };
}

function rate(criterion: Criterion, entry: Entry, size: RequestSize): Rated {
  const measurement = criterion.measure(entry, size);
  const { raw } = measurement;
  const utility = raw === null ? 0 : Math.round(1e6 * criterion.utility(raw, criterion.reference(size)));
  return { ...measurement, utility };
}

function weightedSum(rated: Record<CriterionName, Rated>, weights: Weights): number {
  return (
    weights.cost * rated.cost.utility +
    weights.speed * rated.speed.utility +
    weights.intelligence * rated.intelligence.utility
  );
}
