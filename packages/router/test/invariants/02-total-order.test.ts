import fc from "fast-check";
import { expect } from "vitest";
import type { Catalog } from "../../src/index.ts";
import { catalog } from "../arbitraries/catalogs.ts";
import { request } from "../arbitraries/requests.ts";
import { factsFor } from "../oracles/facts.ts";
import { compareKeys, factsOf, writtenKey } from "../oracles/written-order.ts";
import { property } from "../property.ts";

function shuffled<Value>(list: readonly Value[]): fc.Arbitrary<Value[]> {
  return fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });
}

const catalogAndOrders = catalog().chain((catalog) =>
  fc.tuple(fc.constant(catalog), shuffled(catalog.models), shuffled(catalog.families ?? [])),
);

property(
  "invariant 2, total order: the explanation is the same for every order of the models and families",
  [catalogAndOrders, request],
  (createRouter, [catalog, models, families], request) => {
    const again: Catalog = { ...catalog, models, families };
    expect(createRouter(again).explain(request)).toEqual(createRouter(catalog).explain(request));
  },
);

property(
  "invariant 2, total order: every model comes strictly before the next by the written key",
  [catalog(), request],
  (createRouter, catalog, request) => {
    const keys = createRouter(catalog)
      .explain(request)
      .ranked.map((model) => writtenKey(factsOf(model)));
    expect(keys.slice(1).map((key, index) => compareKeys(keys[index] ?? [], key))).toEqual(keys.slice(1).map(() => -1));
  },
);

property(
  "invariant 2, total order: sorting by the written key, its values computed anew, gives the ranking",
  [catalog(), request],
  (createRouter, catalog, request) => {
    const { ranked } = createRouter(catalog).explain(request);
    const matches = new Map(ranked.map(({ id, match }) => [id, match]));
    const anew = catalog.models
      .filter(({ id }) => matches.has(id))
      .map((model) => factsFor(model, matches.get(model.id) ?? null, catalog, request))
      .sort((a, b) => compareKeys(writtenKey(a), writtenKey(b)));
    expect(ranked.map(factsOf)).toEqual(anew);
  },
);
