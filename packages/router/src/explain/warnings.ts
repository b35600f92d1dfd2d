import type { CriterionName } from "../catalog/policy.ts";
import { CRITERION_NAMES } from "../criteria/criterion.ts";
import type { Decision } from "../decide.ts";
import type { Candidate } from "../rank.ts";
import type { Warning } from "./explanation.ts";

const ASSUMPTIONS: Record<CriterionName, { unknown: string; partly: string }> = {
  cost: { unknown: "price is not known: it counts as the dearest", partly: "price is assumed" },
  speed: { unknown: "speed is not known: it counts as the slowest", partly: "time to the first token is assumed" },
  intelligence: { unknown: "intelligence is not rated: it counts as 0", partly: "intelligence is assumed" },
};

/** All that the asker should know: what the request's reader changed, hints that found nothing, assumptions on the pick. */
export function collectWarnings({ request, ranked }: Decision): Warning[] {
  const unmatched = request.hints
    .filter((_, index) => ranked.every(({ matches }) => matches[index] === null))
    .map(({ written }): Warning => {
      const message = `the hint ${JSON.stringify(written)} matches no model that can serve the request`;
      return { code: "hint-unmatched", message };
    });
  return [...request.warnings, ...unmatched, ...warningsOfPick(ranked[0])];
}

function warningsOfPick(pick: Candidate | undefined): Warning[] {
  if (pick === undefined) return [];
  const { id, contextLimit, inputLimit } = pick.entry;
  const warnings = CRITERION_NAMES.filter((name) => pick.assessment[name].assumed).map((name): Warning => {
    const { unknown, partly } = ASSUMPTIONS[name];
    return { code: "assumed", message: `${id}: ${pick.assessment[name].raw === null ? unknown : partly}` };
  });
  if (contextLimit === undefined && inputLimit === undefined) {
    warnings.push({ code: "context-unknown", message: `${id}: context window is not known: the prompt may not fit` });
  }
  return warnings;
}
