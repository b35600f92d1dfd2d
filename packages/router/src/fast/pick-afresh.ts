import type { Entry } from "../catalog/entry.ts";
import type { PreparedCatalog } from "../catalog/prepared-catalog.ts";
import { canServe } from "../constraints/index.ts";
import { assess } from "../criteria/assess.ts";
import { fallsShort } from "../decide.ts";
import { readDemand } from "../demand.ts";
import type { Match } from "../explain/explanation.ts";
import { MATCH_CLASSES } from "../names/match-classes.ts";
import { fallbackWeights, weigh } from "../policy/weigh.ts";
import { type Candidate, compareCandidates } from "../rank.ts";
import type { Understood } from "../request/understand.ts";
import type { Choice } from "../router.ts";
import { toChoice } from "../to-choice.ts";
import { classesOfPass, PASSES } from "./group-heads.ts";
import type { HintClasses, HintIndex } from "./hint-classes.ts";

/**
 * The first of the ranking for a request that is not worth a view: who measures each prompt sends a new size nearly every
 * time. Judged are only the models of the first group that has one which can serve.
 */
export function pickAfresh(catalog: PreparedCatalog, request: Understood, index: HintIndex): Choice | undefined {
  const { policy, demand } = readDemand(catalog.policy, request);
  const weights = weigh(request.priorities, policy);
  const fallback = fallbackWeights(policy);

  const bestOf = (group: readonly Entry[], match: Match | null): Choice | undefined => {
    let best: Candidate | undefined;
    for (const entry of group) {
      if (!canServe(entry, demand)) continue;
      const assessment = assess(entry, request, weights, fallback);
      const candidate = { entry, matches: [match], match, outputShortfall: fallsShort(entry, request), assessment };
      if (best === undefined || compareCandidates(candidate, best) < 0) best = candidate;
    }
    return best && toChoice(best);
  };

  const groups: Entry[][][] = [];
  for (const pass of PASSES) {
    for (const [at, { index: hintIndex, written: hint }] of request.hints.entries()) {
      groups[at] ??= partByClass(catalog.entries, index.classesOf(hint, policy.matching));
      for (const [order, name] of classesOfPass(pass, policy)) {
        const choice = bestOf(groups[at][order] ?? [], { class: name, pass, hintIndex, hint });
        if (choice !== undefined) return choice;
      }
    }
  }
  return bestOf(catalog.entries, null);
}

/** The models that a hint finds, by the number of the class. */
function partByClass(entries: readonly Entry[], classes: HintClasses): Entry[][] {
  const groups: Entry[][] = MATCH_CLASSES.map(() => []);
  for (const entry of entries) groups[classes[entry.place] ?? MATCH_CLASSES.length]?.push(entry);
  return groups;
}
