import fc from "fast-check";
import { expect, test } from "vitest";
import { catalog } from "../../test/arbitraries/catalogs.ts";
import { request } from "../../test/arbitraries/requests.ts";
import {
  type Catalog,
  type CriterionName,
  createPlainRouter,
  createRouter,
  type RoutingRequest,
  type WhatIf,
} from "../index.ts";

const PRIORITY = { cost: "costPriority", speed: "speedPriority", intelligence: "intelligencePriority" } as const;

test("a dearer, better model is picked once cost weighs little enough", () => {
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

test("thresholds reach both ends of the weights, 0 and 1 included", () => {
  // u_cost: 0.5 and 0.25, so a/cheap wins where 0.25 cost makes up for 0.3 or 0.2 intelligence.
  const models = (score: number): Catalog["models"] => [
    { id: "a/cheap", cost: { input: 1, output: 4 }, intelligence: { score: 50 } },
    { id: "a/good", cost: { input: 9, output: 36 }, intelligence: { score } },
  ];
  const ofCost = (score: number, costPriority: number, intelligencePriority: number): WhatIf[] => {
    const { whatIf } = createPlainRouter({ models: models(score) }).explain({
      modelPreferences: { costPriority, intelligencePriority },
    });
    return whatIf.filter(({ criterion }) => criterion === "cost");
  };
  expect(ofCost(80, 0.5, 0.833)).toEqual([{ criterion: "cost", from: 0.5, to: 1, pick: "a/cheap" }]);
  expect(ofCost(80, 0.5, 0.834)).toEqual([]);
  expect(ofCost(70, 0.5, 0.001)).toEqual([{ criterion: "cost", from: 0.5, to: 0, pick: "a/good" }]);
});

const criterionName = fc.constantFrom<CriterionName[]>("cost", "speed", "intelligence");

test("thresholds are what a walk over the whole grid of weights finds", () => {
  const holds = (made: Catalog, sent: RoutingRequest, criterion: CriterionName): void => {
    const bare = { ...made, policy: {} };
    const walker = createRouter(bare);
    const pickAt = (thousandths: number): string | undefined => {
      const modelPreferences = { ...sent.modelPreferences, [PRIORITY[criterion]]: thousandths / 1000 };
      return walker.pick({ ...sent, modelPreferences })?.id;
    };
    const { whatIf, pick, weights } = createPlainRouter(bare).explain(sent);
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
  };
  fc.assert(fc.property(catalog(5), request, criterionName, holds), { numRuns: 40 });
});
