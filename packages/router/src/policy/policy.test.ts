import { expect, test } from "vitest";
import type { Policy, ServerPolicy } from "../catalog/policy.ts";
import { mergePolicies, policyLayers } from "./effective-policy.ts";
import { fitsGlob } from "./glob.ts";
import { tighten } from "./tighten.ts";
import { weigh } from "./weigh.ts";

test.each([
  ["openai/gpt-4o", "openai/*", true],
  ["a/b/c", "a/*", true],
  ["a/b/c", "*c", true],
  ["a/b/c", "*b*", true],
  ["a/b/c", "a*b*c", true],
  ["a/b/c", "a*c*b*c", false],
  ["abab", "ab*ab", true],
  ["aba", "ab*ba", false],
  ["", "*", true],
  ["x", "", false],
  ["", "", true],
  ["a.b", "a?b", false],
  ["anything", "***", true],
  ["abc", "a*c*c", false],
  ["abcc", "a*c*c", true],
  ["abcd", "ab*bcd", false],
  ["ab", "ab*", true],
  ["abc", "*b", false],
  ["abc", "b*", false],
])("%s fits %s: %s", (text, glob, fits) => {
  expect(fitsGlob(text, glob)).toBe(fits);
});

test("a hostile glob is judged at once", () => {
  expect(fitsGlob("a".repeat(5000), `${"*a".repeat(2000)}*b`)).toBe(false);
});

const policy: Policy = {
  defaults: { cost: 0.2, speed: 0.1 },
  client_share: 0.5,
  limits: { max_cost_usd: 0.1, allow: ["a/*"], deny: ["x"] },
  servers: {
    "translate-*": {
      defaults: { cost: 1 },
      matching: "strict",
      limits: { max_cost_usd: 0.01, allow: ["*b"], deny: ["y"] },
    },
    "*-late": { defaults: { cost: 0.9 }, limits: { max_cost_usd: 5 } },
    other: { equivalence: "off" },
  },
};
const policyFor = (server: string | null) => mergePolicies(policyLayers(policy, server));

test("servers' entries replace key by key, the last fitting one wins; limits only tighten", () => {
  expect(policyFor("translate-late")).toEqual({
    profile: 1,
    defaults: { cost: 0.9, speed: 0.1 },
    fallback: { cost: 1, speed: 1, intelligence: 1 },
    client: {},
    client_share: 0.5,
    matching: "strict",
    equivalence: "after-names",
    limits: { max_cost_usd: 0.01, allow: [["a/*"], ["*b"]], deny: ["x", "y"] },
  });
  expect(policyFor("nobody")).toMatchObject({ defaults: { cost: 0.2 }, matching: "default" });
  expect(policyFor("other").equivalence).toBe("off");
});

test("a request without a server is the empty name, which only * fits", () => {
  const strict: Policy = { servers: { "*": { matching: "strict" }, "*a*": { equivalence: "off" } } };
  expect(mergePolicies(policyLayers(strict, null))).toMatchObject({ matching: "strict", equivalence: "after-names" });
});

test("numbers of limits that are not finite count as not stated", () => {
  expect(tighten([{ max_cost_usd: Number.NaN }, { max_cost_usd: 2 }, undefined])).toStrictEqual({ max_cost_usd: 2 });
  expect(tighten([{ max_seconds: Number.POSITIVE_INFINITY }, { max_seconds: -0 }])).toStrictEqual({ max_seconds: 0 });
});

test("what a server's entry has as null counts as left out", () => {
  const nothing = { client_share: null, matching: null, equivalence: null } as unknown as ServerPolicy;
  const merged = mergePolicies([{ client_share: 0.5, matching: "strict", equivalence: "off" }, nothing]);
  expect(merged).toMatchObject({ client_share: 0.5, matching: "strict", equivalence: "off" });
});

test("weights: a stated priority, else the default; then the client's vote", () => {
  const weights = (priorities: object, extra: Policy) => weigh(priorities, mergePolicies([extra]));
  expect(weights({ cost: 0.3 }, {})).toEqual({ cost: 300, speed: 0, intelligence: 0 });
  expect(weights({ cost: 0 }, { defaults: { cost: 0.2, speed: 0.4 } })).toEqual({
    cost: 0,
    speed: 400,
    intelligence: 0,
  });
  expect(weights({ cost: 1, speed: 1 }, { client: { cost: 0.5 }, client_share: 0.2 })).toEqual({
    cost: 900,
    speed: 800,
    intelligence: 0,
  });
  expect(weights({ cost: 1 }, { client_share: Number.NaN, defaults: { speed: 7, intelligence: Number.NaN } })).toEqual({
    cost: 1000,
    speed: 1000,
    intelligence: 0,
  });
});
