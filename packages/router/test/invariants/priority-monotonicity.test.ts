import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { type CriterionName, createPlainRouter, type RankedModel } from "../../src/index.ts";
import { catalog } from "../arbitraries/catalogs.ts";
import { request } from "../arbitraries/requests.ts";
import { RUNS } from "../runs.ts";

const PRIORITY = { cost: "costPriority", speed: "speedPriority", intelligence: "intelligencePriority" } as const;
const stated = fc.oneof(fc.constantFrom(0, 0.25, 0.5, 0.75, 1), fc.double({ min: 0, max: 1, noNaN: true }));
const raise = fc.record({
  criterion: fc.constantFrom<CriterionName[]>("cost", "speed", "intelligence"),
  priorities: fc.tuple(stated, stated).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const),
});

test.prop([catalog(), request, raise], RUNS)(
  "invariant 5, priority monotonicity: raising a priority keeps the pick or makes it strictly better in that criterion",
  (catalog, request, { criterion, priorities: [low, high] }) => {
    const router = createPlainRouter(catalog);
    const pickAt = (priority: number): RankedModel | undefined => {
      const modelPreferences = { ...request.modelPreferences, [PRIORITY[criterion]]: priority };
      return router.explain({ ...request, modelPreferences }, { top: 1 }).ranked[0];
    };
    const [before, after] = [pickAt(low), pickAt(high)];
    expect(after === undefined).toBe(before === undefined);
    if (before === undefined || after === undefined || after.id === before.id) return;
    expect(after.criteria[criterion].utility).toBeGreaterThan(before.criteria[criterion].utility);
    if (criterion === "cost") {
      const usd = ({ criteria }: RankedModel): number => criteria.cost.raw ?? Number.POSITIVE_INFINITY;
      expect(usd(after)).toBeLessThan(usd(before));
    }
  },
);

test.prop([catalog(), request, raise], RUNS)(
  "invariant 5, priority monotonicity: of two models in one group the better in a criterion never falls behind by raising it",
  (catalog, request, { criterion, priorities: [low, high] }) => {
    const router = createPlainRouter(catalog);
    const rankedAt = (priority: number): RankedModel[] => {
      const modelPreferences = { ...request.modelPreferences, [PRIORITY[criterion]]: priority };
      return router.explain({ ...request, modelPreferences }).ranked;
    };
    const later = new Map(rankedAt(high).map((model) => [model.id, model.rank]));
    const earlier = rankedAt(low);
    for (const [index, first] of earlier.entries()) {
      for (const second of earlier.slice(index + 1)) {
        if (first.criteria[criterion].utility < second.criteria[criterion].utility) continue;
        expect(later.get(first.id)).toBeLessThan(later.get(second.id) ?? 0);
      }
    }
  },
);
