import { fc } from "@fast-check/vitest";
import type { RoutingRequest } from "@modelpref/router";
import { expect, test } from "vitest";
import { explainTeam } from "../../../test/team.ts";
import type { Expect } from "../read/schema.ts";
import { judge } from "./judge.ts";

const SONNET: RoutingRequest = { modelPreferences: { hints: [{ name: "claude-3-sonnet" }] } };
const NONE: RoutingRequest = { limits: { allow: [] } };
const PICK = "anthropic/claude-sonnet-5";

/** What fails, as `expectation: received`. */
function failing(expected: Expect, request: RoutingRequest = SONNET): string[] {
  return judge(expected, explainTeam(request)).map(({ expectation, received }) => `${expectation}: ${received}`);
}

test("what holds fails nothing", () => {
  const expected: Expect = {
    pick: PICK,
    match: "successor",
    not: ["openai/*"],
    one_of: ["ollama/*", "anthropic/*-5"],
    excluded: { "anthropic/claude-3-*": "retired", "openai/*-eu": "disabled" },
    max_cost_usd: 0.008,
    rank_before: [
      [PICK, "anthropic/claude-sonnet-4-6"],
      ["anthropic/claude-sonnet-4-6", "openai/gpt-5-mini"],
    ],
  };
  expect(failing(expected)).toEqual([]);
  expect(failing({ no_pick: true, excluded: { "*": "not-allowed" } }, NONE)).toEqual([]);
  expect(failing({ match: "none" }, {})).toEqual([]);
});

test.for<[Expect, string[]]>([
  [{ pick: "openai/gpt-5-mini" }, [`pick: ${PICK}`]],
  [{ match: "exact" }, [`match: successor (${PICK})`]],
  [{ match: "none" }, [`match: successor (${PICK})`]],
  [{ not: ["openai/*", "anthropic/*", PICK] }, [`not: ${PICK}`, `not: ${PICK}`]],
  [{ one_of: ["openai/*"] }, [`one_of: ${PICK}`]],
  [{ max_cost_usd: 0.0079999 }, [`max_cost_usd: $0.008 (${PICK})`]],
  [{ excluded: { "openai/gpt-5-mini": "tools" } }, ["excluded: openai/gpt-5-mini is ranked"]],
  [{ excluded: { "anthropic/claude-3-sonnet": "tools" } }, ["excluded: anthropic/claude-3-sonnet: retired"]],
  [{ rank_before: ["anthropic/claude-sonnet-4-6", PICK] }, ["rank_before: number 2 and number 1"]],
  [{ rank_before: [PICK, "anthropic/claude-3-sonnet"] }, ["rank_before: anthropic/claude-3-sonnet is not ranked"]],
  [{ no_pick: true }, [`no_pick: ${PICK}`]],
])("%j", ([expected, found]) => {
  expect(failing(expected)).toEqual(found);
});

test("where nothing can serve, only no_pick and excluded hold", () => {
  const expected: Expect = {
    pick: PICK,
    match: "none",
    not: ["a/b"],
    one_of: ["*"],
    max_cost_usd: 1,
    rank_before: [PICK, PICK],
  };
  expect(failing(expected, NONE)).toEqual([
    "pick: no model",
    "match: no model",
    "not: no model",
    "one_of: no model",
    "max_cost_usd: no model",
    `rank_before: ${PICK} is not ranked`,
  ]);
});

test("a cost that nobody knows may be too high", () => {
  const unpriced = { modelPreferences: { hints: [{ name: "unpriced-model" }] } };
  expect(failing({ max_cost_usd: 1e9 }, unpriced)).toEqual(["max_cost_usd: an unknown cost (example/unpriced-model)"]);
});

test("every failure says why", () => {
  const reasonOf = (expected: Expect) => judge(expected, explainTeam(SONNET))[0]?.reason;
  expect(reasonOf({ pick: "anthropic/claude-3-sonnet" })).toBe(
    "anthropic/claude-3-sonnet cannot serve this request: retired, replaced by anthropic/claude-sonnet-5",
  );
  expect(reasonOf({ pick: "anthropic/claude-sonnet-4-6" })).toMatch(
    /^anthropic\/claude-sonnet-4-6 is number 2 of 6\. /,
  );
  expect(reasonOf({ not: ["*"] })).toMatch(/^Hint 1, "claude-3-sonnet", names another version of its line; /);
  expect(reasonOf({ excluded: { "openai/gpt-5-mini": "tools" } })).toContain("It can serve the request, and is number");
});

const priority = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined });
const request = fc.record({
  hints: fc.array(
    fc.constantFrom("haiku", "gpt", "claude-3-sonnet", "zzz").map((name) => ({ name })),
    { maxLength: 2 },
  ),
  costPriority: priority,
  speedPriority: priority,
  intelligencePriority: priority,
});

test("what an explanation says, written as a test, holds; and its opposite fails", () => {
  fc.assert(
    fc.property(request, (modelPreferences) => {
      const explanation = explainTeam({ modelPreferences });
      const [first, second] = explanation.ranked;
      const pick = first?.id ?? "";
      const expected: Expect = {
        pick,
        match: first?.match?.class ?? "none",
        one_of: [pick],
        not: explanation.ranked.slice(1).map(({ id }) => id),
        excluded: Object.fromEntries(explanation.excluded.map(({ id, reasons }) => [id, reasons[0]?.code ?? "tools"])),
        rank_before: [pick, second?.id ?? ""],
      };
      expect(judge(expected, explanation)).toEqual([]);
      expect(judge({ not: [pick] }, explanation)).toHaveLength(1);
      expect(judge({ rank_before: [second?.id ?? "", pick] }, explanation)).toHaveLength(1);
    }),
  );
});
