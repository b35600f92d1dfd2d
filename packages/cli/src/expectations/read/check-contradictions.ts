import { fitsOneOf, fitting } from "./fits.ts";
import { pairsOf } from "./pairs.ts";
import type { TestFinding } from "./problem.ts";
import type { Expect } from "./schema.ts";

type Rule = (expect: Expect, ids: readonly string[]) => Contradiction[];
type Contradiction = { path: readonly (string | number)[]; message: string; onKey?: boolean };

/** Expectations of one test that nothing can meet together, and tests that expect nothing. `ids`: those of the catalog. */
export function checkContradictions(expect: Expect, ids: readonly string[]): TestFinding[] {
  if (Object.values(expect).every((value) => value === undefined)) {
    const message = "expects nothing, so the test could never fail; write pick, not, max_cost_usd or the like";
    return [{ code: "expects-nothing", path: ["expect"], message }];
  }
  return RULES.flatMap((rule) => rule(expect, ids)).map(({ path, ...finding }) => ({
    ...finding,
    code: "contradiction",
    path: ["expect", ...path],
  }));
}

/** Where nothing is picked, nothing can be said of a pick or a ranking. */
const nothingPicked: Rule = (expect) => {
  if (expect.no_pick === undefined) return [];
  const others = Object.keys(expect).filter((key) => key !== "no_pick" && key !== "excluded");
  const message = "contradicts no_pick: true, where nothing is picked or ranked";
  return others.map((key) => ({ path: [key], message, onKey: true }));
};

const pickRefused: Rule = ({ pick, not = [], one_of, excluded = {} }) => {
  if (pick === undefined) return [];
  const path = ["pick"];
  return [
    ...(fitsOneOf(pick, not) ? [{ path, message: "contradicts not, which this id fits" }] : []),
    ...(one_of && !fitsOneOf(pick, one_of)
      ? [{ path, message: "contradicts one_of, which this id does not fit" }]
      : []),
    ...(fitsOneOf(pick, Object.keys(excluded)) ? [{ path, message: "contradicts excluded, which this id fits" }] : []),
  ];
};

/** A model that may be picked is one that some entry of `one_of` names and no other expectation refuses. */
const nothingLeft: Rule = ({ one_of, not = [], excluded = {} }, ids) => {
  const refused = [...not, ...Object.keys(excluded)];
  const entries = (one_of ?? []).map((glob) => fitting(glob, ids));
  return entries.flatMap((fits, index) => {
    const isRefused = fits.length > 0 && fits.every((id) => fitsOneOf(id, refused));
    return isRefused ? [{ path: ["one_of", index], message: "contradicts not or excluded, which refuse it" }] : [];
  });
};

const brokenOrder: Rule = (expect) => {
  const { pick, excluded = {} } = expect;
  const pairs = pairsOf(expect);
  return pairs.flatMap(({ pair: [first, second], path }, index) => {
    const earlier = pairs.slice(0, index).map(({ pair }) => pair);
    const out = [first, second].find((id) => fitsOneOf(id, Object.keys(excluded)));
    return [
      ...(reaches(second, first, earlier) ? [{ path, message: "contradicts the order of the pairs before" }] : []),
      ...(first === second ? [{ path, message: "a model cannot be ranked before itself" }] : []),
      ...(pick === second ? [{ path, message: "contradicts pick: nothing is ranked before the pick" }] : []),
      ...(out === undefined ? [] : [{ path, message: `contradicts excluded: ${out} is not ranked` }]),
    ];
  });
};

const RULES: readonly Rule[] = [nothingPicked, pickRefused, nothingLeft, brokenOrder];

/** Whether pairs, one after another, put an id before another. */
function reaches(from: string, to: string, pairs: readonly (readonly [string, string])[]): boolean {
  const seen = new Set([from]);
  for (const id of seen) {
    for (const [first, second] of pairs) if (first === id) seen.add(second);
  }
  return from !== to && seen.has(to);
}
