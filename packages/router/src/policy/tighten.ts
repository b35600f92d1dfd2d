import type { Limits } from "../catalog/policy.ts";
import type { EffectiveLimits } from "../explain/explanation.ts";

/**
 * Limits of several origins together (design section 4): they only tighten. The smallest of the numbers, all of the
 * allow lists, any of the deny lists.
 */
export function tighten(origins: readonly (Limits | undefined)[]): EffectiveLimits {
  const together: EffectiveLimits = {};
  const cost = smallest(origins.map((limits) => limits?.max_cost_usd));
  const seconds = smallest(origins.map((limits) => limits?.max_seconds));
  const allow = origins.flatMap((limits) => (Array.isArray(limits?.allow) ? [limits.allow] : []));
  const deny = origins.flatMap((limits) => limits?.deny ?? []);
  if (cost !== undefined) together.max_cost_usd = cost;
  if (seconds !== undefined) together.max_seconds = seconds;
  if (allow.length > 0) together.allow = allow;
  if (deny.length > 0) together.deny = deny;
  return together;
}

function smallest(numbers: readonly (number | undefined)[]): number | undefined {
  const stated = numbers.filter((number): number is number => Number.isFinite(number));
  return stated.length > 0 ? Math.min(...stated) + 0 : undefined; // -0 becomes 0
}
