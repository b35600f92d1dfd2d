// What one writes before there is a library: filter, the first hint that is part of an id, sort by a weighted sum. It is
// honest: correct in its own terms, with fixed scales; it tries hints only until one finds something, and sorts only what
// that one left. It knows no versions, families, typing errors, sizes, limits, policy or reasons.

/** Ranks by a weighted sum among the models whose id holds the first hint that any id holds. */
export function createNaiveRouter({ models }) {
  const rank = ({ modelPreferences: preferences = {}, inputTokens = 1500 }) => {
    const { hints = [], costPriority = 0, speedPriority = 0, intelligencePriority = 0 } = preferences;
    const scoreOf = ({ cost, speed, intelligence }) =>
      costPriority * (cost ? 1 / (1 + cost.input + cost.output) : 0) +
      speedPriority * (speed ? speed.output_tps / (speed.output_tps + 60) : 0) +
      intelligencePriority * ((intelligence?.score ?? 0) / 100);
    const able = models.filter(({ status, limit }) => status !== "retired" && limit.context > inputTokens);
    const scored = firstFound(able, hints).map((model) => ({ model, score: scoreOf(model) }));
    return scored.sort((a, b) => b.score - a.score).map(({ model }) => model);
  };
  return { rank, pick: (request) => rank(request)[0] };
}

function firstFound(models, hints) {
  for (const { name } of hints) {
    const part = name.trim().toLowerCase();
    const found = part === "" ? [] : models.filter(({ id }) => id.includes(part));
    if (found.length > 0) return found;
  }
  return models;
}
