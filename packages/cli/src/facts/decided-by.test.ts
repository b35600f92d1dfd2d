import { describe, expect, test } from "vitest";
import { explainTeam, GUIDE } from "../../test/team.ts";
import { decidedBy } from "./decided-by.ts";
import { matchGroups, sameGroup } from "./groups.ts";

const ranked = explainTeam(GUIDE).ranked;
const [first, second] = ranked;
if (first === undefined || second === undefined) throw new Error("the fixture ranks at least two models");

describe("what decides between two models", () => {
  test.each([
    ["match", { ...first, match: null }],
    ["output", { ...first, outputShortfall: true }],
    ["score", { ...first, score: 0 }],
    ["base", { ...first, base: 0 }],
    ["id", { ...first, id: "other" }],
  ])("%s", (key, other) => {
    expect(decidedBy(first, other)).toBe(key);
  });

  test.each(["intelligence", "cost", "speed"] as const)("%s", (name) => {
    const criteria = { ...first.criteria, [name]: { ...first.criteria[name], raw: null } };
    expect(decidedBy(first, { ...first, criteria })).toBe(name);
  });
});

test("groups are runs of models found equally well", () => {
  const groups = matchGroups(ranked);
  expect(groups.flat()).toEqual(ranked);
  for (const group of groups) for (const model of group) expect(sameGroup(model, group[0] ?? first)).toBe(true);
  expect(groups.map((group) => group[0]?.match?.class ?? null)).toEqual([
    "successor",
    "substring",
    "equivalent",
    "adjacent",
    null,
  ]);
});
