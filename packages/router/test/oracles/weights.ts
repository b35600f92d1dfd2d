// The weights of design section 4 in whole thousandths, straight from the policy and a request within bounds.
import type { Policy, RoutingRequest } from "../../src/index.ts";
import { lastWeights, layersFor } from "./policy-in-force.ts";
import type { PerCriterion } from "./utilities.ts";

/** w = (1 - s) server + s client; what the server leaves out is the policy's default, what the client leaves out 0. */
export function weightsFor(policy: Policy | undefined, request: RoutingRequest): PerCriterion<number> {
  const layers = layersFor(policy, request.server);
  const defaults = lastWeights(layers.map((layer) => layer.defaults));
  const client = lastWeights(layers.map((layer) => layer.client));
  const share = layers.flatMap(({ client_share }) => client_share ?? []).at(-1) ?? 0;
  const { costPriority, speedPriority, intelligencePriority } = request.modelPreferences ?? {};
  const weigh = (stated: number | undefined, other: number = 0, own: number = 0): number =>
    Math.round(1e3 * ((1 - share) * (stated ?? other) + share * own));
  return {
    cost: weigh(costPriority, defaults.cost, client.cost),
    speed: weigh(speedPriority, defaults.speed, client.speed),
    intelligence: weigh(intelligencePriority, defaults.intelligence, client.intelligence),
  };
}

/** The weights of the tie-break: 1 where the policy states none. */
export function fallbackFor(policy: Policy | undefined, request: RoutingRequest): PerCriterion<number> {
  const stated = lastWeights(layersFor(policy, request.server).map(({ fallback }) => fallback));
  const weigh = (weight: number = 1): number => Math.round(1e3 * weight);
  return { cost: weigh(stated.cost), speed: weigh(stated.speed), intelligence: weigh(stated.intelligence) };
}
