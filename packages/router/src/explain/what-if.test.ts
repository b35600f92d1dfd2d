import { fc, test } from "@fast-check/vitest";
import { test as example, expect } from "vitest";
import { catalog } from "../../test/arbitraries/catalogs.ts";
import { request } from "../../test/arbitraries/requests.ts";
import { type CriterionName, createPlainRouter, type WhatIf } from "../index.ts";

const PRIORITY = { cost: "costPriority", speed: "speedPriority", intelligence: "intelligencePriority" } as const;

example("a dearer, better model is picked once cost weighs little enough", () => {
  const models = [
    { id: "a/cheap", cost: { input: 1, output: 4 }, intelligence: { score: 50 } },
    { id: "a/good", cost: { input: 9, output: 36 }, intelligence: { score: 60 } },
  ];
  // u_cost: 0.5 and 0.25; S(cheap) - S(good) = 0.25 cost - 0.1 intelligence, and a tie goes to the better base, cheap.
  const { whatIf } = createPlainRouter({ models }).explain({
    modelPreferences: { costPriority: 0.5, intelligencePriority: 1 },
  });
  expect(whatIf).toEqual([{ criterion: "cost", from: 0.5, to: 0.399, pick: "a/good" }]);
});

test.prop([catalog(5), request, fc.constantFrom<CriterionName[]>("cost", "speed", "intelligence")], { numRuns: 40 })(
  "thresholds are what a walk over the whole grid of weights finds",
  (catalog, request, criterion) => {
    const router = createPlainRouter({ ...catalog, policy: {} });
    const pickAt = (thousandths: number): string | undefined => {
      const modelPreferences = { ...request.modelPreferences, [PRIORITY[criterion]]: thousandths / 1000 };
      return router.pick({ ...request, modelPreferences })?.id;
    };
    const { whatIf, pick, weights } = router.explain(request);
    if (pick === null) return;
    const from = Math.round(weights[criterion] * 1000);
    const walk = (step: number): WhatIf[] => {
      for (let at = from + step; at >= 0 && at <= 1000; at += step) {
        const other = pickAt(at);
        if (other !== undefined && other !== pick)
          return [{ criterion, from: from / 1000, to: at / 1000, pick: other }];
      }
      return [];
    };
    expect(whatIf.filter((entry) => entry.criterion === criterion)).toEqual([...walk(-1), ...walk(1)]);
  },
);
