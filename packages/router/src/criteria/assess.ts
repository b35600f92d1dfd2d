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
  const costs = rate(cost, entry, size);
  const speeds = rate(speed, entry, size);
  const scores = rate(intelligence, entry, size);
  return {
    cost: costs,
    speed: speeds,
    intelligence: scores,
    score: weigh(costs, speeds, scores, weights),
    base: weigh(costs, speeds, scores, fallback),
  };
}

function rate(criterion: Criterion, entry: Entry, size: RequestSize): Rated {
  const { raw, assumed } = criterion.measure(entry, size);
  const utility = raw === null ? 0 : Math.round(1e6 * criterion.utility(raw, criterion.reference(size)));
  return { raw, assumed, utility };
}

function weigh(costs: Rated, speeds: Rated, scores: Rated, weights: Weights): number {
  return weights.cost * costs.utility + weights.speed * speeds.utility + weights.intelligence * scores.utility;
}
