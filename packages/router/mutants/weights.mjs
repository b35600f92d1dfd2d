// From priorities to weights, and numbers out of range.

/** @see mutants.mjs */
export const WEIGHTS = [
  {
    name: "weights rounded to tenths",
    why: "a coarser grid than is shown",
    file: "policy/weigh.ts",
    find: "  return Math.round(1e3 * weight);",
    replace: "  return 100 * Math.round(10 * weight);",
    killedBy: "invariant 16, replay",
  },
  {
    name: "branch on all-zero weights",
    why: "equal weights where nothing is preferred: a jump between 0 and a thousandth",
    file: "policy/weigh.ts",
    find: "  const server = priority ?? defaults[name] ?? 0;",
    replace: "  const server = priority || defaults[name] || 0.5;",
    killedBy: "invariant 9, zero weight",
  },
  {
    name: "a stated 0 takes the default",
    why: "`||` for `??`: lowering a priority to nothing raises it",
    file: "policy/weigh.ts",
    find: "  const server = priority ?? defaults[name] ?? 0;",
    replace: "  const server = priority || defaults[name] || 0;",
    killedBy: "invariant 16, replay",
  },
  {
    name: "client's share the other way round",
    why: "a share of 0 would give the client all the votes",
    file: "policy/weigh.ts",
    find: "(1 - share) * server + share * (client[name] ?? 0)",
    replace: "share * server + (1 - share) * (client[name] ?? 0)",
    killedBy: "invariant 16, replay",
  },
  {
    name: "clamping of policy weights forgotten",
    why: "a default of 1e308 outweighs everything, and sums are no longer exact",
    file: "policy/clamp-weight.ts",
    find: "Math.min(1, Math.max(0, weight))",
    replace: "weight",
    killedBy: "invariant 17, no crash",
  },
  {
    name: "clamping of priorities forgotten",
    why: "whoever sends the largest number wins",
    file: "request/read-number.ts",
    find: "Math.min(range.most, Math.max(range.least, rounded)) + 0;",
    replace: "rounded + 0;",
    killedBy: "invariant 17, no crash",
  },
  {
    name: "NaN taken for a number",
    why: "every comparison with it is false, and JSON has no word for it",
    file: "request/read-number.ts",
    find: `typeof value !== "number" || !Number.isFinite(value)`,
    replace: `typeof value !== "number"`,
    killedBy: "invariant 17, no crash",
  },
];
