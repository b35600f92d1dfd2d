import fc from "fast-check";
import { expect } from "vitest";
import type { Catalog, CriterionName, Model, RoutingRequest } from "../../src/index.ts";
import { catalog } from "../arbitraries/catalogs.ts";
import { pace, price, rating } from "../arbitraries/models.ts";
import { request } from "../arbitraries/requests.ts";
import { CRITERIA } from "../oracles/utilities.ts";
import { compareKeys, factsOf, writtenKey } from "../oracles/written-order.ts";
import { PRIORITY } from "../priority-names.ts";
import { property } from "../property.ts";

const criterion = fc.constantFrom<CriterionName[]>("cost", "speed", "intelligence");

/** The catalog under a policy in which a priority that the server leaves out weighs nothing. */
function withoutVotes({ policy, ...catalog }: Catalog): Catalog {
  return { ...catalog, policy: { ...policy, defaults: {}, client_share: 0, servers: undefined } };
}

/** Other facts for one criterion. */
function changed(model: Model, criterion: CriterionName, facts: Partial<Model>): Model {
  const { cost, speed, intelligence } = facts;
  const own = { cost: { cost, billing: facts.billing }, speed: { speed }, intelligence: { intelligence } };
  return { ...model, ...own[criterion] };
}

property(
  "invariant 9, zero weight: what a criterion of weight 0 says has no influence on any score",
  [catalog(), request, criterion, fc.record({ cost: price, speed: pace, intelligence: rating })],
  (createRouter, catalog, request, criterion, facts) => {
    const sent: RoutingRequest = {
      ...request,
      limits: undefined,
      modelPreferences: { ...request.modelPreferences, [PRIORITY[criterion]]: 0 },
    };
    const scores = (models: readonly Model[]): Map<string, number> => {
      const router = createRouter({ ...withoutVotes(catalog), models });
      return new Map(router.explain(sent).ranked.map(({ id, score }) => [id, score]));
    };
    const [before, after] = [
      scores(catalog.models),
      scores(catalog.models.map((model) => changed(model, criterion, facts))),
    ];
    // A limit of the policy may exclude a model for its new price or speed: what is left is compared.
    const both = [...before.keys()].filter((id) => after.has(id));
    expect(both.map((id) => after.get(id))).toEqual(both.map((id) => before.get(id)));
  },
);

property(
  "invariant 9, zero weight: a lone priority sorts a match group by its utility, then by the base",
  [catalog(), request, criterion, fc.double({ min: 0.001, max: 1, noNaN: true })],
  (createRouter, catalog, request, criterion, priority) => {
    const alone = Object.fromEntries(
      CRITERIA.map((name) => [PRIORITY[name], name === criterion ? priority : undefined]),
    );
    const sent = { ...request, modelPreferences: { hints: request.modelPreferences?.hints, ...alone } };
    const { ranked } = createRouter(withoutVotes(catalog)).explain(sent);
    const keys = ranked.map((model) => {
      const [pass, hint, name, shortfall] = writtenKey(factsOf(model));
      return [pass, hint, name, shortfall, -model.criteria[criterion].utility, -model.base].map((part) => part ?? 0);
    });
    expect(keys.toSorted(compareKeys)).toEqual(keys);
  },
);
