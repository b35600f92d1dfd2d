import fc from "fast-check";
import { expect } from "vitest";
import type { Catalog, CriterionName, Explanation, Policy, RoutingRequest } from "../../src/index.ts";
import { catalog } from "../arbitraries/catalogs.ts";
import { request } from "../arbitraries/requests.ts";
import { CRITERIA, type PerCriterion } from "../oracles/utilities.ts";
import { factsOf, isSameGroup } from "../oracles/written-order.ts";
import { PRIORITY } from "../priority-names.ts";
import { property } from "../property.ts";

/** The catalog under a policy by which the stated priorities are the weights. */
function withPlainWeights(catalog: Catalog): Catalog {
  const { limits, matching, equivalence, fallback } = catalog.policy ?? {};
  const policy: Policy = { limits, matching, equivalence, fallback };
  return { ...catalog, policy };
}

/** The same request with these weights, in thousandths. */
function weighted(request: RoutingRequest, weights: PerCriterion<number>): RoutingRequest {
  const stated = Object.fromEntries(CRITERIA.map((name) => [PRIORITY[name], weights[name] / 1e3]));
  return { ...request, modelPreferences: { hints: request.modelPreferences?.hints, ...stated } };
}

function thousandths({ weights }: Explanation): PerCriterion<number> {
  const { cost, speed, intelligence } = weights;
  return { cost: Math.round(cost * 1e3), speed: Math.round(speed * 1e3), intelligence: Math.round(intelligence * 1e3) };
}

/** How far the pick's score is above the next one of its group, in units of 1e-9. */
function marginOf({ ranked: [pick, ...rest] }: Explanation): number {
  if (pick === undefined) return 0;
  const rivals = rest.map(factsOf).filter((other) => isSameGroup(factsOf(pick), other));
  return factsOf(pick).score - Math.max(...rivals.map(({ score }) => score));
}

const split = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }));
const signs = fc.tuple(fc.constantFrom(-1, 1), fc.constantFrom(-1, 1), fc.constantFrom(-1, 1));

property(
  "invariant 15, stability: the pick holds while the sum of weight changes times 1e6 stays below its margin",
  [catalog(), request, split, signs],
  (createRouter, catalog, request, [first, second], [cost, speed, intelligence]) => {
    const router = createRouter(withPlainWeights(catalog));
    const explanation = router.explain(request);
    const weights = thousandths(explanation);
    // The most that may change, shared out among the three.
    const budget = Math.min(3000, Math.max(0, Math.ceil(marginOf(explanation) / 1e6) - 1));
    const ofCost = Math.round(budget * first);
    const ofSpeed = Math.round((budget - ofCost) * second);
    const change = {
      cost: cost * ofCost,
      speed: speed * ofSpeed,
      intelligence: intelligence * (budget - ofCost - ofSpeed),
    };
    const moved = (name: CriterionName): number => Math.min(1000, Math.max(0, weights[name] + change[name]));
    const sent = weighted(request, { cost: moved("cost"), speed: moved("speed"), intelligence: moved("intelligence") });
    expect(router.pick(sent)?.id ?? null).toBe(explanation.pick);
  },
);

property(
  "invariant 15, stability: a what-if's threshold is the first weight at which another model is picked, and no what-if means none",
  [catalog(), request, fc.constantFrom(...CRITERIA), fc.constantFrom(-1, 1)],
  (createRouter, catalog, request, criterion, direction) => {
    const router = createRouter(withPlainWeights(catalog));
    const explanation = router.explain(request);
    if (explanation.pick === null) return;
    const weights = thousandths(explanation);
    const pickAt = (weight: number): string | null =>
      router.pick(weighted(request, { ...weights, [criterion]: weight }))?.id ?? null;
    const found = explanation.whatIf.find((one) => one.criterion === criterion && (one.to - one.from) * direction > 0);
    if (found === undefined) {
      expect(pickAt(direction < 0 ? 0 : 1000)).toBe(explanation.pick);
      return;
    }
    const threshold = Math.round(found.to * 1e3);
    expect(Math.round(found.from * 1e3)).toBe(weights[criterion]);
    expect(pickAt(threshold - direction)).toBe(explanation.pick);
    expect(pickAt(threshold)).toBe(found.pick);
    expect(found.pick).not.toBe(explanation.pick);
  },
);
