import { describeNoPick, type Explanation, type RankedModel } from "@modelpref/router";
import { visible } from "../terminal/visible.ts";
import { shorten } from "../terminal/width.ts";
import { decidedBy } from "./decided-by.ts";
import { sameGroup } from "./groups.ts";
import { CRITERIA, listOf, MATCH_PHRASES } from "./words.ts";

/** Columns of a hint in a sentence. */
const HINT_WIDTH = 40;

/** A hint as it is quoted everywhere: short, and without characters that could steer a terminal. */
export function quoteHint(hint: string): string {
  return `"${shorten(visible(hint), HINT_WIDTH)}"`;
}

/** Why the pick is the pick, in one sentence; where there is none, the counted reasons. */
export function explainPick(explanation: Explanation): string {
  const pick = explanation.ranked[0];
  if (pick === undefined) return `${describeNoPick(explanation)}.`;
  return `${howFound(pick, explanation)}; ${howWon(pick, explanation)}.`;
}

function howFound({ match }: RankedModel, { request }: Explanation): string {
  if (match !== null) return `Hint ${match.hintIndex + 1}, ${quoteHint(match.hint)}, ${MATCH_PHRASES[match.class]}`;
  const hasHints = request.modelPreferences.hints?.some(({ name }) => name !== undefined) ?? false;
  return hasHints ? "No hint matches a model that can serve it" : "No hint was given";
}

function howWon(pick: RankedModel, explanation: Explanation): string {
  const { ranked } = explanation;
  const group = ranked.filter((other) => sameGroup(pick, other));
  const [, next] = group;
  if (ranked.length === 1) return "it is the only model that can serve the request";
  if (next === undefined) return "it is the only model found so well";
  return `of ${groupText(group, ranked)} it ${howBest(pick, next, explanation)}`;
}

/** The models the pick was measured against. */
function groupText(group: readonly RankedModel[], ranked: readonly RankedModel[]): string {
  if (group.length === ranked.length) return `all ${ranked.length} models`;
  const isByHint = group[0]?.match !== null;
  return isByHint ? `${group.length} such models` : `the ${group.length} models that can give all of maxTokens`;
}

function howBest(pick: RankedModel, next: RankedModel, { weights, policy }: Explanation): string {
  const stated = weightList(weights);
  if (stated.length === 0) {
    return `comes first by the tie-break (${listOf(weightList(policy.fallback))}), no priority being above 0`;
  }
  if (decidedBy(pick, next) === "score") return `scores best on ${listOf(stated)}`;
  return `shares the best score on ${listOf(stated)} and wins the tie-break`;
}

function weightList(weights: Explanation["weights"]): string[] {
  return CRITERIA.filter((name) => weights[name] > 0).map((name) => `${name} ${weights[name]}`);
}
