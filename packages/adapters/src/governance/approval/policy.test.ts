import { expect, test } from "vitest";
import { type ApprovalPolicy, checkPolicy } from "./policy.ts";

const ask = { askRequest: () => ({ action: "refuse" }) as const, askAnswer: () => ({ action: "refuse" }) as const };

test.for<[string, object, string]>([
  ["nobody to ask", { ask: undefined }, "option ask: expected an object with askRequest and askAnswer"],
  ["no days", { ask, rememberDays: 0 }, "rememberDays: expected a number of days above 0"],
  ["a rule without a say", { ask, rules: [{}] }, "rules[0].ask: expected"],
  ["a rule that would never ask", { ask, rules: [{ ask: {} }] }, "rules[0].ask: expected"],
  ["a condition switched off", { ask, rules: [{ ask: { firstUse: false } }] }, "rules[0].ask.firstUse: expected true"],
  [
    "a misspelt condition",
    { ask, rules: [{ ask: { firstuse: true } }] },
    "unknown option rules[0].ask.firstuse; there are firstUse",
  ],
  ["a price that is none", { ask, rules: [{ ask: { overUsd: Number.NaN } }] }, "rules[0].ask.overUsd: expected"],
  [
    "a misspelt key",
    { ask, rules: [{ servers: "a", ask: "never" }] },
    "unknown option rules[0].servers; there are server, inToolCall",
  ],
  ["a place as a word", { ask, rules: [{ inToolCall: "false", ask: "never" }] }, "rules[0].inToolCall: expected"],
  ["a rule that is none", { ask, rules: [null] }, "option rules[0]: expected an object"],
  ["one rule in no list", { ask, rules: { ask: "never" } }, "option rules: expected a list of rules"],
  ["a misspelt option", { ask, rule: [{ ask: "never" }] }, "unknown option rule; there are ask, rules"],
  ["answers of no kind", { ask, rules: [{ ask: "never", answers: "no" }] }, "rules[0].answers: expected"],
])("a policy with %s is refused", ([, policy, message]) => {
  expect(() => checkPolicy(policy as ApprovalPolicy)).toThrow(message);
});

test("all that is wrong is told at once", () => {
  const wrong = { ask, rememberDays: -1, rules: [{ ask: "sometimes" }] } as unknown as ApprovalPolicy;
  expect(() => checkPolicy(wrong)).toThrow(/option rememberDays: .*; option rules\[0\]\.ask: /);
  expect(checkPolicy({ ask, rules: [{ ask: { overUsd: 0 } }, { ask: "never" }] })).toBeUndefined();
});
