import fc from "fast-check";
import { expect } from "vitest";
import type { Catalog, CriterionName, RankedModel, RoutingRequest } from "../../src/index.ts";
import { catalog } from "../arbitraries/catalogs.ts";
import { request } from "../arbitraries/requests.ts";
import { rawValues } from "../oracles/facts.ts";
import { factsOf, isSameGroup } from "../oracles/written-order.ts";
import { PRIORITY } from "../priority-names.ts";
import { property } from "../property.ts";

const stated = fc.oneof(fc.constantFrom(0, 0.25, 0.5, 0.75, 1), fc.double({ min: 0, max: 1, noNaN: true }));
const bounds = fc.tuple(stated, stated).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
const criterion = fc.constantFrom<CriterionName[]>("cost", "speed", "intelligence");

function withPriority(request: RoutingRequest, criterion: CriterionName, priority: number): RoutingRequest {
  return { ...request, modelPreferences: { ...request.modelPreferences, [PRIORITY[criterion]]: priority } };
}

function usdFor(catalog: Catalog, id: string, request: RoutingRequest): number {
  const model = catalog.models.find((model) => model.id === id);
  return (model && rawValues(model, request).cost) ?? Infinity;
}

property(
  "invariant 5, priority monotonicity: raising a priority keeps the pick or makes it strictly better in that criterion",
  [catalog(), request, criterion, bounds],
  (createRouter, catalog, request, criterion, [low, high]) => {
    const router = createRouter(catalog);
    const pickAt = (priority: number): RankedModel | undefined =>
      router.explain(withPriority(request, criterion, priority), { top: 1 }).ranked[0];
    const [before, after] = [pickAt(low), pickAt(high)];
    expect(after === undefined).toBe(before === undefined);
    if (before === undefined || after === undefined || after.id === before.id) return;
    expect(after.criteria[criterion].utility).toBeGreaterThan(before.criteria[criterion].utility);
  },
);

property(
  "invariant 5, priority monotonicity: raising costPriority keeps the pick or makes it cheaper, an unknown price being the dearest",
  [catalog(), request, bounds],
  (createRouter, catalog, request, [low, high]) => {
    const router = createRouter(catalog);
    const before = router.pick(withPriority(request, "cost", low))?.id;
    const after = router.pick(withPriority(request, "cost", high))?.id;
    if (before === undefined || after === undefined || after === before) return;
    expect(usdFor(catalog, after, request)).toBeLessThan(usdFor(catalog, before, request));
  },
);

property(
  "invariant 5, priority monotonicity: of two models, the first stays before the second unless that one is better in the raised criterion and in its group",
  [catalog(), request, criterion, bounds],
  (createRouter, catalog, request, criterion, [low, high]) => {
    const router = createRouter(catalog);
    const earlier = router.explain(withPriority(request, criterion, low)).ranked;
    const later = new Map(
      router.explain(withPriority(request, criterion, high)).ranked.map(({ id, rank }) => [id, rank]),
    );
    const mayPass = (first: RankedModel, second: RankedModel): boolean =>
      isSameGroup(factsOf(first), factsOf(second)) &&
      second.criteria[criterion].utility > first.criteria[criterion].utility;
    const wrong = earlier.flatMap((first, index) =>
      earlier
        .slice(index + 1)
        .filter(({ id }) => (later.get(id) ?? 0) < (later.get(first.id) ?? 0))
        .filter((second) => !mayPass(first, second))
        .map((second) => `${second.id} passed ${first.id}`),
    );
    expect(wrong).toEqual([]);
  },
);
