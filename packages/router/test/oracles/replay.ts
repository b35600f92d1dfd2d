// What an explanation claims, recomputed from its JSON alone: nothing of the router, the catalog or the request is used.
import type { CriterionExplanation, Explanation, RankedModel, WhatIf } from "../../src/index.ts";
import { CRITERIA, type PerCriterion, referencesFor, utilityOf, weightedSum } from "./utilities.ts";
import { compareKeys, factsOf, isSameGroup, writtenKey } from "./written-order.ts";

/** Everything in which an explanation is not what it says itself; nothing where it replays. `ranked` must be whole. */
export function contradictions(explanation: Explanation): string[] {
  return [
    ...wrongWeights(explanation),
    ...explanation.ranked.flatMap((model) => wrongSums(model, explanation)),
    ...wrongOrder(explanation),
    ...wrongWhatIfs(explanation),
  ];
}

function claim(what: string, told: unknown, found: unknown): string[] {
  return Object.is(told, found) ? [] : [`${what}: told ${String(told)}, found ${String(found)}`];
}

/** w = (1 - s) server + s client, from the request and the policy as they are shown. */
function wrongWeights({ request, policy, weights }: Explanation): string[] {
  const { costPriority, speedPriority, intelligencePriority } = request.modelPreferences;
  const stated = { cost: costPriority, speed: speedPriority, intelligence: intelligencePriority };
  return CRITERIA.flatMap((name) => {
    const server = stated[name] ?? policy.defaults[name] ?? 0;
    const weight = (1 - policy.client_share) * server + policy.client_share * (policy.client[name] ?? 0);
    return claim(`weight of ${name}`, weights[name], Math.round(1e3 * weight) / 1e3);
  });
}

/** Utilities follow from raw values and references, contributions from utilities and weights, sums from both. */
function wrongSums({ id, criteria, score, base }: RankedModel, { request, policy, weights }: Explanation): string[] {
  const references = referencesFor(request.inputTokens, request.expectedOutputTokens);
  const utilities = perCriterion((name) => utilityOf(name, criteria[name].raw, criteria[name].reference));
  const ofCriterion = (name: (typeof CRITERIA)[number]): string[] => {
    const { reference, utility, weight, contribution }: CriterionExplanation = criteria[name];
    return [
      ...claim(`${id}: reference of ${name}`, reference, references[name]),
      ...claim(`${id}: utility of ${name}`, utility, utilities[name] / 1e6),
      ...claim(`${id}: weight of ${name}`, weight, weights[name]),
      ...claim(`${id}: contribution of ${name}`, contribution, (Math.round(weight * 1e3) * utilities[name]) / 1e9),
    ];
  };
  const contributed = CRITERIA.reduce((sum, name) => sum + Math.round(criteria[name].contribution * 1e9), 0);
  const fallback = perCriterion((name) => Math.round(policy.fallback[name] * 1e3));
  return [
    ...CRITERIA.flatMap(ofCriterion),
    ...claim(`${id}: score`, score, contributed / 1e9),
    ...claim(`${id}: base`, base, weightedSum(fallback, utilities) / 1e9),
  ];
}

function wrongOrder({ ranked, pick }: Explanation): string[] {
  const sorted = ranked.toSorted((a, b) => compareKeys(writtenKey(factsOf(a)), writtenKey(factsOf(b))));
  return [
    ...claim("pick", pick, sorted[0]?.id ?? null),
    ...sorted.flatMap(({ id, rank }, index) => claim(`rank of ${id}`, rank, index + 1)),
  ];
}

function wrongWhatIfs({ ranked, weights, whatIf }: Explanation): string[] {
  const expected = CRITERIA.flatMap((criterion) =>
    [-1, 1].flatMap((direction) => nearestChange(ranked, criterion, weights[criterion], direction)),
  );
  return claim("whatIf", JSON.stringify(whatIf), JSON.stringify(expected));
}

/** Halves the way until the first weight is found at which the pick's group has another first; by invariant 5 there is one. */
function nearestChange(
  [pick, ...others]: readonly RankedModel[],
  criterion: (typeof CRITERIA)[number],
  weight: number,
  direction: number,
): WhatIf[] {
  if (pick === undefined) return [];
  const group = [pick, ...others].filter((other) => isSameGroup(factsOf(pick), factsOf(other)));
  const from = Math.round(weight * 1e3);
  const firstAt = (steps: number): string => firstOf(group, criterion, direction * steps);
  let [held, lost] = [0, direction < 0 ? from : 1000 - from];
  if (firstAt(lost) === pick.id) return [];
  while (lost - held > 1) {
    const middle = Math.floor((held + lost) / 2);
    if (firstAt(middle) === pick.id) held = middle;
    else lost = middle;
  }
  return [{ criterion, from: from / 1e3, to: (from + direction * lost) / 1e3, pick: firstAt(lost) }];
}

function firstOf(group: readonly RankedModel[], criterion: (typeof CRITERIA)[number], change: number): string {
  const keys = group.map((model) => {
    const facts = factsOf(model);
    return writtenKey({ ...facts, score: facts.score + change * Math.round(model.criteria[criterion].utility * 1e6) });
  });
  return String(keys.toSorted(compareKeys)[0]?.at(-1));
}

function perCriterion(of: (name: (typeof CRITERIA)[number]) => number): PerCriterion<number> {
  return { cost: of("cost"), speed: of("speed"), intelligence: of("intelligence") };
}
