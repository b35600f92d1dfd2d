import type { Explanation, MatchClass, RankedModel } from "../explain/explanation.ts";
import { describeNoPick } from "../explain/no-pick.ts";
import { CRITERIA } from "./criteria.ts";
import { decidedBy } from "./decided-by.ts";
import { listOf } from "./lists.ts";
import { quote } from "./quote.ts";
import { sameGroup } from "./same-group.ts";

/** What a match class says of hint and model: "hint 1 … is its name". */
const MATCH_PHRASES: Readonly<Record<MatchClass, string>> = {
  exact: "is its name",
  alias: "is another name of it",
  substring: "is part of its name",
  reordered: "is its name in another order",
  successor: "names another version of its line",
  variant: "names its line, of which it is another variant",
  embedded: "stands inside its name",
  typo: "reads like its name misspelt",
  equivalent: "finds no model of its line that can serve; this is one of the same size in another family",
  adjacent: "finds no model of its line that can serve; this is the next size up or down in another family",
};

/** Why the pick is the pick, in one sentence; where there is none, the counted reasons. Safe to print. */
export function describePick(explanation: Explanation): string {
  const pick = explanation.ranked[0];
  if (pick === undefined) return `${describeNoPick(explanation)}.`;
  return `${howFound(pick, explanation)}; ${howWon(pick, explanation)}.`;
}

function howFound({ match }: RankedModel, { request }: Explanation): string {
  if (match !== null) return `Hint ${match.hintIndex + 1}, ${quote(match.hint)}, ${MATCH_PHRASES[match.class]}`;
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
