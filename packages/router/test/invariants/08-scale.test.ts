import fc from "fast-check";
import { expect } from "vitest";
import type { CriterionName, Model, Policy, RoutingRequest } from "../../src/index.ts";
import { catalog } from "../arbitraries/catalogs.ts";
import { request } from "../arbitraries/requests.ts";
import { CRITERIA, utilityOf } from "../oracles/utilities.ts";
import { compareKeys, type Facts, factsOf, writtenKey } from "../oracles/written-order.ts";
import { PRIORITY } from "../priority-names.ts";
import { property } from "../property.ts";

const MOST_TIMES = 8;

/** Whole thousandths, small enough to be multiplied and stay weights. */
const thousandths = fc.record({
  cost: fc.nat(1000 / MOST_TIMES),
  speed: fc.nat(1000 / MOST_TIMES),
  intelligence: fc.nat(1000 / MOST_TIMES),
});
type Thousandths = Record<CriterionName, number>;

function weightsOf({ cost, speed, intelligence }: Thousandths, times: number): Thousandths {
  return { cost: (times * cost) / 1e3, speed: (times * speed) / 1e3, intelligence: (times * intelligence) / 1e3 };
}

function withPriorities(request: RoutingRequest, weights: Thousandths): RoutingRequest {
  const stated = Object.fromEntries(CRITERIA.map((name) => [PRIORITY[name], weights[name]]));
  return { ...request, modelPreferences: { ...request.modelPreferences, ...stated } };
}

property(
  "invariant 8, scale: multiplying all quantised weights changes no order, be they the server's, the client's or the tie-break's",
  [catalog(), request, thousandths, thousandths, fc.integer({ min: 2, max: MOST_TIMES })],
  (createRouter, catalog, request, server, other, times) => {
    const { limits, matching, equivalence } = catalog.policy ?? {};
    const order = (policy: Policy, sent: RoutingRequest): string[] => {
      const router = createRouter({ ...catalog, policy: { limits, matching, equivalence, ...policy } });
      return [...router.rank(sent)].map(({ id }) => id);
    };
    const byServer = (factor: number): string[] => order({}, withPriorities(request, weightsOf(server, factor)));
    const byClient = (factor: number): string[] =>
      order({ client_share: 1, client: weightsOf(server, factor) }, request);
    const byTieBreak = (factor: number): string[] =>
      order({ fallback: weightsOf(other, factor) }, withPriorities(request, weightsOf(server, 0)));
    for (const by of [byServer, byClient, byTieBreak]) expect(by(times)).toEqual(by(1));
  },
);

property(
  "invariant 8, scale: all prices and the profile's in another currency, 2^k to the dollar, change no order",
  [catalog(), request, fc.integer({ min: 1, max: 60 })],
  (createRouter, catalog, request, exponent) => {
    const { ranked, policy } = createRouter(catalog).explain(request);
    const inOtherMoney = ranked.map((model): Facts => {
      const { raw, reference, utility, weight } = model.criteria.cost;
      const theirs = raw === null ? null : raw * 2 ** exponent;
      const gained = utilityOf("cost", theirs, reference * 2 ** exponent) - Math.round(utility * 1e6);
      const { score, base, ...facts } = factsOf(model);
      return {
        ...facts,
        score: score + gained * Math.round(weight * 1e3),
        base: base + gained * Math.round(policy.fallback.cost * 1e3),
        raw: { ...facts.raw, cost: theirs },
      };
    });
    const sorted = inOtherMoney.toSorted((a, b) => compareKeys(writtenKey(a), writtenKey(b)));
    expect(sorted.map(({ id }) => id)).toEqual(ranked.map(({ id }) => id));
  },
);

/** Prices in force for every prompt, of a size that doubling keeps apart from the smallest doubles. */
function withoutSteps(model: Model): Model {
  const { input, output } = model.cost ?? {};
  return { ...model, cost: { input, output } };
}

property(
  "invariant 8, scale: twice the cost against twice the reference is the same utility of cost",
  [catalog(), request, fc.integer({ min: 1, max: 8 })],
  (createRouter, catalog, request, exponent) => {
    const models = catalog.models.map((model) => ({ ...withoutSteps(model), limit: undefined }));
    const router = createRouter({ ...catalog, models, policy: {} });
    const utilities = (inputTokens: number, expectedOutputTokens: number): Map<string, number> => {
      const sent: RoutingRequest = { inputTokens, expectedOutputTokens, needs: request.needs };
      return new Map(router.explain(sent).ranked.map(({ id, criteria }) => [id, criteria.cost.utility]));
    };
    const [input, output] = [request.inputTokens ?? 1500, request.expectedOutputTokens ?? 500];
    expect(utilities(input * 2 ** exponent, output * 2 ** exponent)).toEqual(utilities(input, output));
  },
);
