import type { Weights } from "../policy/weigh.ts";
import type { WrittenHint } from "../request/read-hints.ts";
import type { Choice } from "../router.ts";
import { bestOf, choiceAt } from "./choose.ts";
import { PASSES } from "./group-heads.ts";
import type { HeadIndex } from "./head-index.ts";
import type { View } from "./view.ts";

/**
 * The first of the ranking: of the first pass in which a hint leads somewhere, the first such hint, and of its group the
 * model with the highest score. Allocates nothing but its answer.
 */
export function pickBest(
  view: View,
  weights: Weights,
  hints: readonly WrittenHint[],
  index: HeadIndex,
): Choice | undefined {
  for (const pass of PASSES) {
    for (const { index: hintIndex, written } of hints) {
      const head = index.headsOf(view, written)[pass];
      if (head === undefined) continue;
      const match = { class: head.class, pass, hintIndex, hint: written };
      return choiceAt(view, weights, bestOf(head.winners, view, weights), match);
    }
  }
  return choiceAt(view, weights, bestOf(view.unhinted, view, weights), null);
}
