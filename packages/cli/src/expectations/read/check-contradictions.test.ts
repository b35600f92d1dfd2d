import { expect, test } from "vitest";
import { checkContradictions } from "./check-contradictions.ts";
import type { Expect } from "./schema.ts";

const IDS = ["a/one", "a/two", "b/one"];

test.for<[string, Expect, [path: string, message: string][]]>([
  ["nothing", {}, [["expect", "expects nothing"]]],
  ["no_pick with a pick", { no_pick: true, pick: "a/one" }, [["expect pick", "contradicts no_pick: true"]]],
  ["no_pick with a match", { no_pick: true, match: "exact" }, [["expect match", "contradicts no_pick: true"]]],
  ["no_pick with excluded", { no_pick: true, excluded: { "a/*": "tools" } }, []],
  ["a pick under not", { pick: "a/one", not: ["a/*"] }, [["expect pick", "contradicts not"]]],
  ["a pick beside one_of", { pick: "a/one", one_of: ["b/*"] }, [["expect pick", "contradicts one_of"]]],
  ["a pick excluded", { pick: "a/one", excluded: { "*one": "tools" } }, [["expect pick", "contradicts excluded"]]],
  [
    "one_of under not",
    { one_of: ["a/*", "b/*"], not: ["b/one"] },
    [["expect one_of 1", "contradicts not or excluded"]],
  ],
  ["one_of partly under not", { one_of: ["a/*"], not: ["a/one"] }, []],
  ["a model before itself", { rank_before: ["a/one", "a/one"] }, [["expect rank_before", "before itself"]]],
  [
    "something before the pick",
    { pick: "b/one", rank_before: ["a/one", "b/one"] },
    [["expect rank_before", "contradicts pick"]],
  ],
  [
    "an excluded one ranked",
    { excluded: { "b/*": "tools" }, rank_before: ["a/one", "b/one"] },
    [["expect rank_before", "contradicts excluded: b/one"]],
  ],
  [
    "a circle",
    {
      rank_before: [
        ["a/one", "a/two"],
        ["a/two", "b/one"],
        ["b/one", "a/one"],
      ],
    },
    [["expect rank_before 2", "contradicts the order of the pairs before"]],
  ],
  [
    "all that can hold together",
    {
      pick: "a/one",
      match: "exact",
      not: ["b/*"],
      one_of: ["a/*"],
      excluded: { "b/one": "tools" },
      max_cost_usd: 0,
      rank_before: ["a/one", "a/two"],
    },
    [],
  ],
])("%s", ([, expected, found]) => {
  const findings = checkContradictions(expected, IDS);
  expect(findings.map(({ path }) => path.join(" "))).toEqual(found.map(([path]) => path));
  for (const [index, [, message]] of found.entries()) expect(findings[index]?.message).toContain(message);
});
