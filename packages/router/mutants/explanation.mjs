// What the explanation tells.

/** @see mutants.mjs */
export const EXPLANATION = [
  {
    name: "excluded without a reason",
    why: "an exclusion that nobody can check",
    file: "explain/explain.ts",
    find: "    excluded: [...excluded],",
    replace: "    excluded: excluded.map(({ id, reasons }) => ({ id, reasons: reasons.slice(1) })),",
    killedBy: "invariant 1, partition",
  },
  {
    name: "retired models forgotten",
    why: "a part of the catalog is neither ranked nor excluded",
    file: "explain/explain.ts",
    find: "    excluded: [...excluded],",
    replace: `    excluded: excluded.filter(({ reasons }) => reasons[0]?.code !== "retired"),`,
    killedBy: "invariant 1, partition",
  },
  {
    name: "top cuts the pick",
    why: "with a list of none there would be no pick",
    file: "explain/explain.ts",
    find: "Math.max(0, Math.floor(top))",
    replace: "Math.max(1, Math.floor(top))",
    killedBy: "invariant 1, partition",
  },
  {
    name: "contributions rounded",
    why: "numbers that look nice and do not add up",
    file: "explain/explain.ts",
    find: "    contribution: (weights[name] * utility) / 1e9,",
    replace: "    contribution: Math.round((weights[name] * utility) / 1e6) / 1e3,",
    killedBy: "invariant 16, replay",
  },
  {
    name: "raw values rounded",
    why: "an order by values that are not shown",
    file: "explain/explain.ts",
    find: `  return {
    raw,`,
    replace: `  return {
    raw: raw === null ? null : Math.round(raw * 1e4) / 1e4,`,
    killedBy: "invariant 16, replay",
  },
  {
    name: "what-if one step late",
    why: "the threshold is the first weight that changes the pick, not the next one",
    file: "explain/what-if.ts",
    find: "  return isTie && compareWithinScore(pick, rival) < 0 ? steps + 1 : steps;",
    replace: "  return steps + 1;",
    killedBy: "invariant 15, stability",
  },
  {
    name: "what-if wins every tie",
    why: "at equal scores the tie-break decides, not the rival",
    file: "explain/what-if.ts",
    find: "  return isTie && compareWithinScore(pick, rival) < 0 ? steps + 1 : steps;",
    replace: "  return steps;",
    killedBy: "invariant 15, stability",
  },
  {
    name: "what-if among all models",
    why: "no weight moves a model out of its match group",
    file: "explain/what-if.ts",
    find: "  const rivals = others.filter((other) => compareGroups(pick, other) === 0);",
    replace: "  const rivals = others;",
    killedBy: "invariant 15, stability",
  },
  {
    name: "a refused catalog stays",
    why: "an update that throws leaves half of the new catalog behind",
    file: "plain-router.ts",
    find: `    update: (next) => {
      prepared = prepareCatalog(next);`,
    replace: `    update: (next) => {
      prepared = { ...prepared, policy: next.policy ?? {} };
      prepared = prepareCatalog(next);`,
    killedBy: "invariant 17, no crash",
  },
];
