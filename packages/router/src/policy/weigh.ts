// Design section 4: a stated priority, clamped; a priority not stated takes the policy's default. With `client_share` s the
// user's own weights vote after that: w = (1 - s) server + s client, a weight the client leaves out being 0.
import type { CriterionName, PartialWeights } from "../catalog/policy.ts";
import type { EffectivePolicy } from "../explain/explanation.ts";

/** A whole number of thousandths for each criterion. */
export type Weights = Record<CriterionName, number>;

/** The weights of a request, in whole thousandths: W = round(1000 w). */
export function weigh(priorities: PartialWeights, policy: EffectivePolicy): Weights {
  return {
    cost: weightOf("cost", priorities.cost, policy),
    speed: weightOf("speed", priorities.speed, policy),
    intelligence: weightOf("intelligence", priorities.intelligence, policy),
  };
}

/** The weight of one criterion, from a priority in 0..1 that may not be stated. */
export function weightOf(name: CriterionName, priority: number | undefined, policy: EffectivePolicy): number {
  const { defaults, client, client_share: share } = policy;
  const server = priority ?? defaults[name] ?? 0;
  return toThousandths((1 - share) * server + share * (client[name] ?? 0));
}

/** The weights of the tie-break. */
export function fallbackWeights({ fallback }: EffectivePolicy): Weights {
  return {
    cost: toThousandths(fallback.cost),
    speed: toThousandths(fallback.speed),
    intelligence: toThousandths(fallback.intelligence),
  };
}

function toThousandths(weight: number): number {
  return Math.round(1e3 * weight);
}
