import type { CriterionName, PartialWeights, Policy, ServerPolicy } from "../catalog/policy.ts";
import type { EffectivePolicy } from "../explain/explanation.ts";
import { clampWeight, statedWeights } from "./clamp-weight.ts";
import { fitsGlob } from "./glob.ts";
import { tighten } from "./tighten.ts";

const FALLBACK: Record<CriterionName, number> = { cost: 1, speed: 1, intelligence: 1 };

/**
 * The policy and every `servers` entry whose glob fits, in file order. A request without a server's name has the empty
 * name, which only `*` fits.
 */
export function policyLayers(policy: Policy, server: string | null): ServerPolicy[] {
  const fitting = Object.entries(policy.servers ?? {}).filter(([glob]) => fitsGlob(server ?? "", glob));
  return [policy, ...fitting.map(([, entry]) => entry)];
}

/** The layers as one policy: limits tighten, all else is replaced key by key, the last layer winning. */
export function mergePolicies(layers: readonly ServerPolicy[]): EffectivePolicy {
  return {
    profile: 1,
    defaults: mergeWeights(layers.map(({ defaults }) => defaults)),
    fallback: Object.assign({}, FALLBACK, mergeWeights(layers.map(({ fallback }) => fallback))),
    client: mergeWeights(layers.map(({ client }) => client)),
    client_share: clampWeight(lastStated(layers.map((layer) => layer.client_share))) ?? 0,
    matching: lastStated(layers.map(({ matching }) => matching)) ?? "default",
    equivalence: lastStated(layers.map(({ equivalence }) => equivalence)) ?? "after-names",
    limits: tighten(layers.map(({ limits }) => limits)),
  };
}

function mergeWeights(layers: readonly (PartialWeights | undefined)[]): PartialWeights {
  return Object.assign({}, ...layers.map(statedWeights));
}

function lastStated<Value>(values: readonly (Value | undefined)[]): Value | undefined {
  return values.findLast((value) => value !== undefined && value !== null);
}
