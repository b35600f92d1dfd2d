import { expect, test } from "vitest";
import { type ApprovalPolicy, checkPolicy } from "./policy.ts";

const ask = { askRequest: () => ({ action: "refuse" }) as const, askAnswer: () => ({ action: "refuse" }) as const };

test.for<[string, object, string]>([
  ["nobody to ask", { ask: undefined }, "ask: expected askRequest, askAnswer"],
  ["no days", { ask, rememberDays: 0 }, "rememberDays: expected a number of days above 0"],
  ["a rule without a say", { ask, rules: [{}] }, "rules[0].ask: expected"],
  ["a rule that would never ask", { ask, rules: [{ ask: {} }] }, "rules[0].ask: expected"],
  ["a condition switched off", { ask, rules: [{ ask: { firstUse: false } }] }, "rules[0].ask.firstUse: expected true"],
  ["a misspelt condition", { ask, rules: [{ ask: { firstuse: true } }] }, "rules[0].ask.firstuse: expected"],
  ["a price that is none", { ask, rules: [{ ask: { overUsd: Number.NaN } }] }, "rules[0].ask.overUsd: expected"],
  ["a misspelt key", { ask, rules: [{ servers: "a", ask: "never" }] }, "rules[0]: expected server, inToolCall"],
  ["answers of no kind", { ask, rules: [{ ask: "never", answers: "no" }] }, "rules[0].answers: expected"],
])("a policy with %s is refused", ([, policy, message]) => {
  expect(() => checkPolicy(policy as ApprovalPolicy)).toThrow(message);
});

test("all that is wrong is told at once", () => {
  const wrong = { ask, rememberDays: -1, rules: [{ ask: "sometimes" }] } as unknown as ApprovalPolicy;
  expect(() => checkPolicy(wrong)).toThrow(/rememberDays: .*; rules\[0\]\.ask: /);
  expect(checkPolicy({ ask, rules: [{ ask: { overUsd: 0 } }, { ask: "never" }] })).toBeUndefined();
});
