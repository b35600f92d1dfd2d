import { describe, expect, test } from "vitest";
import { explainTeam, GUIDE } from "../../test/team.ts";
import { decidedBy } from "./decided-by.ts";

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
