// What others do to cost, speed and intelligence.

/** @see mutants.mjs */
export const CRITERIA = [
  {
    name: "min-max normalisation",
    why: "utilities measured against the candidates at hand: a loser that leaves changes the winner",
    file: "decide.ts",
    find: `      .map(({ entry }) => judge(entry))
`,
    replace: `      .map(({ entry }) => judge(entry))
      .map((candidate, _, all) => {
        const stretch = (name: "cost" | "speed" | "intelligence") => {
          const values = all.map((other) => other.assessment[name].utility);
          const least = Math.min(...values);
          return (candidate.assessment[name].utility - least) / (Math.max(...values) - least || 1);
        };
        const score = weights.cost * stretch("cost") + weights.speed * stretch("speed");
        const whole = Math.round(1e6 * (score + weights.intelligence * stretch("intelligence")));
        return { ...candidate, assessment: { ...candidate.assessment, score: whole } };
      })
`,
    killedBy: "invariant 3, independence",
  },
  {
    name: "divide by max",
    why: "the best of the candidates is 1 and the others shares of it: a new model changes the shares",
    file: "decide.ts",
    find: `      .map(({ entry }) => judge(entry))
`,
    replace: `      .map(({ entry }) => judge(entry))
      .map((candidate, _, all) => {
        const share = (name: "cost" | "speed" | "intelligence") =>
          candidate.assessment[name].utility / Math.max(1, ...all.map((other) => other.assessment[name].utility));
        const score = weights.cost * share("cost") + weights.speed * share("speed");
        const whole = Math.round(1e6 * (score + weights.intelligence * share("intelligence")));
        return { ...candidate, assessment: { ...candidate.assessment, score: whole } };
      })
`,
    killedBy: "invariant 3, independence",
  },
  {
    name: "the profile is the cheapest model",
    why: "a reference taken from the view's models instead of the fixed profile",
    file: "fast/view.ts",
    find: "    cost: Int32Array.from(judged.map(({ assessment }) => assessment.cost.utility)),",
    replace: `    cost: Int32Array.from(judged.map(({ assessment }) =>
      Math.round((1e6 * assessment.cost.utility) / Math.max(1, ...judged.map((one) => one.assessment.cost.utility))))),`,
    killedBy: "invariant 3, independence",
  },
  {
    name: "missing is free",
    why: "a price that nobody knows counts as no cost: ignorance wins",
    file: "criteria/cost.ts",
    find: "    return { raw: raw ?? null, assumed: raw === undefined };",
    replace: "    return { raw: raw ?? 0, assumed: raw === undefined };",
    killedBy: "invariant 7, learning",
  },
  {
    name: "missing is average",
    why: "what is not known gets the middle: a model is better off hiding a bad rating",
    file: "criteria/assess.ts",
    find: "  const utility = raw === null ? 0 :",
    replace: "  const utility = raw === null ? 500_000 :",
    killedBy: "invariant 7, learning",
  },
  {
    name: "weights renormalised over what is known",
    why: "leaving out the unknown criterion and stretching the rest rewards missing facts",
    file: "criteria/assess.ts",
    find: "  return weights.cost * costs.utility + weights.speed * speeds.utility + weights.intelligence * scores.utility;",
    replace: `  const terms = [
    { rated: costs, weight: weights.cost },
    { rated: speeds, weight: weights.speed },
    { rated: scores, weight: weights.intelligence },
  ];
  const known = terms.filter(({ rated }) => rated.raw !== null);
  const stretch = (some: typeof terms): number => some.reduce((sum, { weight }) => sum + weight, 0);
  const sum = known.reduce((all, { rated, weight }) => all + weight * rated.utility, 0);
  return stretch(known) === 0 ? 0 : Math.round((sum * stretch(terms)) / stretch(known));`,
    killedBy: "invariant 7, learning",
  },
  {
    name: "cost sign",
    why: "costPriority read as willingness to pay: dearer is better",
    file: "criteria/cost.ts",
    find: "  utility: (raw, reference) => 1 / (1 + Math.sqrt(raw / reference)),",
    replace: "  utility: (raw, reference) => 1 - 1 / (1 + Math.sqrt(raw / reference)),",
    killedBy: "invariant 6, own attributes",
  },
  {
    name: "input price only",
    why: "the output tokens, mostly the dearer ones, cost nothing",
    file: "criteria/cost.ts",
    find: "  return (inputTokens * price.input + outputTokens * price.output) / 1e6;",
    replace: "  return (inputTokens * price.input) / 1e6;",
    killedBy: "invariant 5, priority monotonicity",
  },
  {
    name: "list price instead of the request's cost",
    why: "the mean of two prices, whatever the request's tokens are",
    file: "criteria/cost.ts",
    find: "  return (inputTokens * price.input + outputTokens * price.output) / 1e6;",
    replace: "  return (price.input + price.output) / 2 / 1e6;",
    killedBy: "invariant 5, priority monotonicity",
  },
  {
    name: "price steps ignored",
    why: "a long prompt is priced as a short one",
    file: "criteria/cost.ts",
    find: "find(({ above }) => above < inputTokens)",
    replace: "find(({ above }) => above < 0)",
    killedBy: "invariant 2, total order",
  },
  {
    name: "price step from its bound on",
    why: "a prompt of exactly the bound is still below the step",
    file: "criteria/cost.ts",
    find: "find(({ above }) => above < inputTokens)",
    replace: "find(({ above }) => above <= inputTokens)",
    killedBy: "invariant 2, total order",
  },
  {
    name: "metered at zero is free",
    why: "a price list's 0/0 mostly means that nobody filled it in",
    file: "criteria/cost.ts",
    find: " || (input === 0 && output === 0);",
    replace: ";",
    killedBy: "invariant 2, total order",
  },
  {
    name: "time without the wait for the first token",
    why: "half of a speed is no speed",
    file: "criteria/speed.ts",
    find: "(ttftMs ?? PROFILE.ttftMs) / 1e3 +",
    replace: "0 * (ttftMs ?? PROFILE.ttftMs) +",
    killedBy: "invariant 2, total order",
  },
  {
    name: "cost measured in dollars, not against the profile",
    why: "a utility with a unit: another currency would be another order",
    file: "criteria/cost.ts",
    find: "  utility: (raw, reference) => 1 / (1 + Math.sqrt(raw / reference)),",
    replace: "  utility: (raw) => 1 / (1 + Math.sqrt(raw)),",
    killedBy: "invariant 8, scale",
  },
  {
    name: "quantisation dropped",
    why: "sums of doubles depend on their order and do not add up",
    file: "criteria/assess.ts",
    find: "Math.round(1e6 * criterion.utility(raw, criterion.reference(size)))",
    replace: "1e6 * criterion.utility(raw, criterion.reference(size))",
    killedBy: "invariant 16, replay",
  },
];
