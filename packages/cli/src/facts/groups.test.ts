import { sameGroup } from "@modelpref/router/words";
import { expect, test } from "vitest";
import { explainTeam, GUIDE } from "../../test/team.ts";
import { matchGroups } from "./groups.ts";

test("groups are runs of models found equally well", () => {
  const { ranked } = explainTeam(GUIDE);
  const groups = matchGroups(ranked);
  expect(groups.flat()).toEqual(ranked);
  for (const group of groups)
    for (const model of group) expect(group[0] !== undefined && sameGroup(model, group[0])).toBe(true);
  expect(groups.map((group) => group[0]?.match?.class ?? null)).toEqual([
    "successor",
    "substring",
    "equivalent",
    "adjacent",
    null,
  ]);
});
