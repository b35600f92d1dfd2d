import type { Policy } from "./catalog/policy.ts";
import type { Demand } from "./constraints/constraint.ts";
import type { EffectivePolicy } from "./explain/explanation.ts";
import { mergePolicies, policyLayers } from "./policy/effective-policy.ts";
import { tighten } from "./policy/tighten.ts";
import type { Understood } from "./request/understand.ts";

/** The policy in force for a request's server, and what the request demands of a model: its own limits and the policy's. */
export function readDemand(stated: Policy, request: Understood): { policy: EffectivePolicy; demand: Demand } {
  const layers = policyLayers(stated, request.server);
  const limits = tighten([...layers.map((layer) => layer.limits), request.limits]);
  return { policy: mergePolicies(layers), demand: { ...request, limits } };
}
