import type { RoutingRequest } from "@modelpref/router";
import { createRouter } from "@modelpref/router";
import { expect, test } from "vitest";
import { explainTeam, team } from "../../test/team.ts";
import { requestRows } from "./request-rows.ts";

const rowsOf = (request: RoutingRequest) => Object.fromEntries(requestRows(explainTeam(request)));

test("a request that says nothing", () => {
  expect(rowsOf({})).toEqual({
    hints: "none",
    priorities: "none stated",
    tokens: "1500 in, 500 out expected",
    needs: "text only",
    catalog: "team, profile 1",
  });
});

test("a request that says all", () => {
  const rows = rowsOf({
    modelPreferences: { hints: [{}, { name: "gpt-5" }], costPriority: 0.2 },
    inputTokens: 10,
    maxTokens: 20,
    needs: { tools: true, structuredOutput: true, input: ["text", "image"], output: ["text", "audio"] },
    limits: { max_cost_usd: 0.5, max_seconds: 30, allow: ["a/*", "b/*"], deny: ["c/*"] },
    server: "files\u001b",
  });
  expect(rows).toEqual({
    hints: '2 "gpt-5"',
    priorities: "cost 0.2",
    tokens: "10 in, 20 out expected (at most 20)",
    needs: "tools, structured output, image in, audio out",
    limits: "at most $0.5; at most 30 s; only a/* b/*; never c/*",
    server: "files\\u001b",
    catalog: "team, profile 1",
  });
});

test("weights are shown where a policy makes them differ from the priorities", () => {
  const router = createRouter({
    ...team,
    policy: { defaults: { cost: 0.5 }, matching: "strict", limits: { allow: [] } },
  });
  const rows = Object.fromEntries(requestRows(router.explain({ modelPreferences: { speedPriority: 1 } })));
  expect(rows).toMatchObject({
    weights: "cost 0.5, speed 1, intelligence 0 (with your policy)",
    matching: "strict",
    "your limits": "only nothing",
  });
});
