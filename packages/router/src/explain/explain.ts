import type { CriterionName } from "../catalog/policy.ts";
import type { PreparedCatalog } from "../catalog/prepared-catalog.ts";
import { CRITERIA } from "../criteria/assess.ts";
import type { Decision } from "../decide.ts";
import type { Weights } from "../policy/weigh.ts";
import type { Candidate } from "../rank.ts";
import type { CriterionExplanation, Explanation, RankedModel } from "./explanation.ts";
import { collectWarnings } from "./warnings.ts";
import { findWhatIfs } from "./what-if.ts";

/** Writes a decision down (design section 6). `top` cuts the list of ranked models. */
export function explainDecision(catalog: PreparedCatalog, decision: Decision, top: number | undefined): Explanation {
  const { request, policy, weights, ranked, excluded } = decision;
  const shown = top === undefined ? ranked : ranked.slice(0, Math.max(0, Math.floor(top)));
  return {
    schema: "modelpref-explanation/1",
    catalog: { name: catalog.name, hash: catalog.hash, models: catalog.entries.length, profile: policy.profile },
    request: request.shown,
    policy,
    weights: { cost: weights.cost / 1e3, speed: weights.speed / 1e3, intelligence: weights.intelligence / 1e3 },
    pick: ranked[0]?.entry.id ?? null,
    ranked: shown.map((candidate, index) => explainCandidate(candidate, index + 1, decision)),
    ...(top === undefined ? {} : { rankedTotal: ranked.length }),
    excluded: [...excluded],
    whatIf: findWhatIfs(ranked, weights),
    warnings: collectWarnings(decision),
  };
}

function explainCandidate(candidate: Candidate, rank: number, { request, weights }: Decision): RankedModel {
  const { entry, match, outputShortfall, assessment } = candidate;
  const explain = (name: CriterionName): CriterionExplanation => explainCriterion(name, candidate, request, weights);
  return {
    rank,
    id: entry.id,
    match,
    outputShortfall,
    score: assessment.score / 1e9,
    base: assessment.base / 1e9,
    criteria: { cost: explain("cost"), speed: explain("speed"), intelligence: explain("intelligence") },
  };
}

function explainCriterion(
  name: CriterionName,
  { entry, assessment }: Candidate,
  size: Decision["request"],
  weights: Weights,
): CriterionExplanation {
  const { raw, assumed, utility } = assessment[name];
  const { unit, reference } = CRITERIA[name];
  return {
    raw,
    unit,
    reference: reference(size),
    utility: utility / 1e6,
    weight: weights[name] / 1e3,
    contribution: (weights[name] * utility) / 1e9,
    assumed,
    ...(name === "speed" && entry.isSpeedObserved ? { observed: true } : {}),
  };
}
