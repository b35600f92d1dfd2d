// Design section 6: for the pick A and each criterion, the nearest weights up and down, in [0,1] and on the grid of
// 1/1000, at which another model of A's group is picked. A rival B overtakes A where k (U(B) - U(A)) makes up for
// S(A) - S(B), k being the change of the weight in thousandths; at equality the tie-break decides.
import type { CriterionName } from "../catalog/policy.ts";
import { CRITERION_NAMES } from "../criteria/criterion.ts";
import type { Weights } from "../policy/weigh.ts";
import { type Candidate, compareGroups, compareWithinScore } from "../rank.ts";
import type { WhatIf } from "./explanation.ts";

/** What would change the pick, for each criterion and both directions. */
export function findWhatIfs(ranked: readonly Candidate[], weights: Weights): WhatIf[] {
  const [pick, ...others] = ranked;
  if (pick === undefined) return [];
  const rivals = others.filter((other) => compareGroups(pick, other) === 0);
  return CRITERION_NAMES.flatMap((criterion) =>
    [-1, 1].flatMap((direction) => findWhatIf(pick, rivals, criterion, weights[criterion], direction) ?? []),
  );
}

function findWhatIf(
  pick: Candidate,
  rivals: readonly Candidate[],
  criterion: CriterionName,
  weight: number,
  direction: number,
): WhatIf | undefined {
  const steps = rivals.map((rival) => stepsToOvertake(pick, rival, criterion, direction));
  const nearest = steps.reduce((least, next) => Math.min(least, next), Number.POSITIVE_INFINITY);
  const changed = weight + direction * nearest;
  if (changed < 0 || changed > 1000) return undefined;
  const best = rivals.reduce<Candidate>(
    (first, next) => (comparesBefore(next, first, criterion, direction * nearest) ? next : first),
    pick,
  );
  return { criterion, from: weight / 1e3, to: changed / 1e3, pick: best.entry.id };
}

/** The least number of thousandths in one direction that puts the rival first; infinite where none does. */
function stepsToOvertake(pick: Candidate, rival: Candidate, criterion: CriterionName, direction: number): number {
  const gainPerStep = direction * (rival.assessment[criterion].utility - pick.assessment[criterion].utility);
  if (gainPerStep <= 0) return Number.POSITIVE_INFINITY;
  const deficit = pick.assessment.score - rival.assessment.score;
  const steps = Math.ceil(deficit / gainPerStep);
  const isTie = steps * gainPerStep === deficit;
  return isTie && compareWithinScore(pick, rival) < 0 ? steps + 1 : steps;
}

function comparesBefore(a: Candidate, b: Candidate, criterion: CriterionName, change: number): boolean {
  const scoreOf = ({ assessment }: Candidate): number => assessment.score + change * assessment[criterion].utility;
  return (scoreOf(b) - scoreOf(a) || compareWithinScore(a, b)) < 0;
}
