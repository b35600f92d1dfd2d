// The one total order, and the groups in which priorities decide.

/** @see mutants.mjs */
export const ORDER = [
  {
    name: "no final tie-break",
    why: "twins stay in the order of the catalog",
    file: "rank.ts",
    find: "    compareCodeUnits(a.entry.id, b.entry.id)",
    replace: "    0",
    killedBy: "invariant 2, total order",
  },
  {
    name: "locale comparison",
    why: "another machine, another order",
    file: "compare-code-units.ts",
    find: "  return a < b ? -1 : 1;",
    replace: `  return a.localeCompare(b, "en");`,
    killedBy: "invariant 2, total order",
  },
  {
    name: "unknown sorts first",
    why: "in a tie, what nobody knows comes before what is known",
    file: "rank.ts",
    find: "return Number(a === null) - Number(b === null);",
    replace: "return Number(b === null) - Number(a === null);",
    killedBy: "invariant 4, dominance",
  },
  {
    name: "cheap before clever in a tie",
    why: "the parts of the key in another order than written",
    file: "rank.ts",
    find: `    compareUnknownLast(negate(a.assessment.intelligence.raw), negate(b.assessment.intelligence.raw)) ||
    compareUnknownLast(a.assessment.cost.raw, b.assessment.cost.raw) ||`,
    replace: `    compareUnknownLast(a.assessment.cost.raw, b.assessment.cost.raw) ||
    compareUnknownLast(negate(a.assessment.intelligence.raw), negate(b.assessment.intelligence.raw)) ||`,
    killedBy: "invariant 2, total order",
  },
  {
    name: "base under the request's weights",
    why: "a tie-break that repeats the score breaks no tie",
    file: "criteria/assess.ts",
    find: "base: weigh(costs, speeds, scores, fallback)",
    replace: "base: weigh(costs, speeds, scores, weights)",
    killedBy: "invariant 2, total order",
  },
  {
    name: "shortfall ignored",
    why: "a model that cannot give all of maxTokens counts like one that can",
    file: "decide.ts",
    find: "  return isOverOutput || (contextLimit",
    replace: "  return false && isOverOutput || (contextLimit",
    killedBy: "invariant 2, total order",
  },
  {
    name: "shortfall before the hint",
    why: "the parts of the key in another order: a longer answer from a model that was not asked for",
    file: "rank.ts",
    find: "  return compareMatches(a.match, b.match) || Number(a.outputShortfall) - Number(b.outputShortfall);",
    replace: "  return Number(a.outputShortfall) - Number(b.outputShortfall) || compareMatches(a.match, b.match);",
    killedBy: "invariant 10, hint order",
  },
  {
    name: "score before the match",
    why: "hints as one more criterion: priorities overrule the model that was named",
    file: "rank.ts",
    find: "  return compareGroups(a, b) || b.assessment.score - a.assessment.score ||",
    replace: "  return b.assessment.score - a.assessment.score || compareGroups(a, b) ||",
    killedBy: "invariant 10, hint order",
  },
];
