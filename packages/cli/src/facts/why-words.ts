import type { Explanation, RankedModel } from "@modelpref/router";
import type { OrderKey } from "@modelpref/router/words";
import { quote } from "@modelpref/router/words";
import { visible } from "../terminal/visible.ts";
import type { Comparison } from "./comparison.ts";
import { MATCH_NOTES } from "./words.ts";

const TIE = "Both are found equally well, and their scores are equal";

/** What decided, where it was not the match: what is said of the model behind. */
const DECISIONS: Readonly<Record<Exclude<OrderKey, "match">, string>> = {
  output: "Both are found equally well, but it cannot answer with all of maxTokens.",
  score: "Both are found equally well, so the score decides.",
  base: `${TIE}, so the tie-break decides: the score by the fallback weights.`,
  intelligence: `${TIE}, the tie-break too: the more intelligent one is first.`,
  cost: `${TIE}, the tie-break too: the cheaper one is first.`,
  speed: `${TIE}, the tie-break too: the faster one is first.`,
  id: "Both are equal in everything, so the id that sorts first is first.",
};

function foundBy({ match }: RankedModel): string {
  if (match === null) return "by no hint";
  return `by hint ${match.hintIndex + 1}, ${quote(match.hint)} (${match.class}: ${MATCH_NOTES[match.class]})`;
}

/** Why one of two models is before the other, in a few sentences. */
export function decisionText({ model, other, decidedBy }: Comparison): string {
  if (decidedBy !== "match") return DECISIONS[decidedBy];
  const [first, second] = model.rank < other.rank ? [model, other] : [other, model];
  return (
    `${visible(first.id)} is found ${foundBy(first)}, ${visible(second.id)} ${foundBy(second)}. ` +
    "The order of the hints, and how well each finds a model, comes before the score."
  );
}

/** Where the model stands. */
export function placeText({ model, other }: Comparison, { ranked }: Explanation): string {
  const place = `${visible(model.id)} is number ${model.rank} of ${ranked.length}`;
  if (model.rank > 1) return `${place}; the pick is ${visible(other.id)}.`;
  return `${visible(model.id)} is the pick; number 2 of ${ranked.length} is ${visible(other.id)}.`;
}
