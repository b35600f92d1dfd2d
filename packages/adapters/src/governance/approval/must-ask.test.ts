import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import type { Decision } from "./decisions/decision.ts";
import { canRemember, judge } from "./must-ask.ts";
import { type Occasion, ruleFor } from "./occasion.ts";
import type { ApprovalRule, AskWhen } from "./policy.ts";

const candidate = (id: string, expectedUsd?: number, worstUsd?: number) => ({ id, expectedUsd, worstUsd });
const occasion = (more: Partial<Occasion> = {}): Occasion => ({
  server: "s",
  inToolCall: true,
  holds: ["text"],
  candidates: [candidate("a/one", 0.01, 0.02), candidate("a/two", 0.03, 0.05)],
  ...more,
});
const allow = (more: Partial<Decision> = {}): Decision => ({ server: "s", decision: "allow", ...more });
const verdictOf = (ask: ApprovalRule["ask"], decisions: readonly Decision[] | undefined, about = occasion()) => {
  const verdict = judge(about, { ask }, decisions);
  return verdict.action === "ask" ? verdict.reason : verdict.action;
};

test.for<[string, ApprovalRule["ask"], readonly Decision[] | undefined, string]>([
  ["always is always", "always", [allow()], "always"],
  ["never is never", "never", [], "pass"],
  ["a decision that denies goes before never", "never", [allow({ decision: "deny" })], "refuse"],
  ["unreadable decisions go before never", "never", undefined, "decisions-unreadable"],
  ["first use", { firstUse: true }, [], "first-use"],
  ["no longer the first use", { firstUse: true }, [allow()], "pass"],
  ["first use of another server", { firstUse: true }, [allow({ server: "t" })], "first-use"],
  ["a server of that name is no glob", { firstUse: true }, [allow({ server: "*" })], "first-use"],
  ["allowed elsewhere", { firstUse: true }, [allow({ inToolCall: false })], "first-use"],
  ["allowed for less", { firstUse: true }, [allow({ holds: [] })], "first-use"],
  ["allowed for more", { firstUse: true }, [allow({ holds: ["text", "image"] })], "pass"],
  ["another model", { newModel: true }, [allow({ models: ["a/one"] })], "new-model"],
  ["known models", { newModel: true }, [allow({ models: ["a/two", "a/one"] })], "pass"],
  [
    "models by two decisions are none together",
    { newModel: true },
    [allow({ models: ["a/one"] }), allow({ models: ["a/two"] })],
    "new-model",
  ],
  ["the dearest that may be called counts", { overUsd: 0.02 }, [allow()], "over-cost"],
  ["not over the cost", { overUsd: 0.03 }, [], "pass"],
  ["the worst case", { overUsd: 0.03, worstOverUsd: 0.04 }, [], "over-worst-cost"],
  ["a denial of what is not held", "never", [allow({ decision: "deny", holds: ["image"] })], "pass"],
])("%s", ([, ask, decisions, expected]) => {
  expect(verdictOf(ask, decisions)).toBe(expected);
});

test("what is not known counts against", () => {
  const unpriced = occasion({ candidates: [candidate("a/one")] });
  expect(verdictOf({ overUsd: 100 }, [], unpriced)).toBe("unknown-cost");
  expect(verdictOf({ worstOverUsd: 100 }, [], unpriced)).toBe("unknown-cost");
  const nowhere = occasion({ inToolCall: undefined, server: undefined });
  const rules: ApprovalRule[] = [
    { inToolCall: true, ask: "never" },
    { inToolCall: false, ask: "never" },
    { server: "*", ask: "never" },
  ];
  expect(ruleFor(nowhere, rules).ask).toBe("always");
  expect(verdictOf({ firstUse: true }, [allow({ inToolCall: true })], occasion({ inToolCall: undefined }))).toBe(
    "first-use",
  );
});

test("the first rule that fits decides", () => {
  const rules: ApprovalRule[] = [
    { server: "trans*", media: false, tools: false, inToolCall: true, ask: "never" },
    { server: "trans*", ask: { firstUse: true } },
  ];
  const of = (more: Partial<Occasion>) => ruleFor(occasion({ server: "translate", ...more }), rules).ask;
  expect(of({})).toBe("never");
  for (const more of [{ holds: ["text", "image"] }, { holds: ["text", "tools"] }, { inToolCall: false }])
    expect(of(more)).toEqual({ firstUse: true });
  expect(of({ server: "other" })).toBe("always");
});

const when = fc.record<AskWhen>(
  {
    firstUse: fc.constant(true as const),
    newModel: fc.constant(true as const),
    overUsd: fc.double({ min: 0, max: 0.1, noNaN: true }),
    worstOverUsd: fc.double({ min: 0, max: 0.1, noNaN: true }),
  },
  { requiredKeys: [] },
);
const decision = fc.record<Decision>(
  {
    server: fc.constantFrom("s", "t", "*"),
    decision: fc.constant("allow"),
    inToolCall: fc.boolean(),
    holds: fc.subarray(["text", "image", "tools"]),
    models: fc.subarray(["a/one", "a/two"]),
  },
  { requiredKeys: ["server", "decision"] },
);

property.prop([when, when, fc.array(decision)])("one condition more never lets more pass", (some, more, decisions) => {
  if (verdictOf({ ...more, ...some }, decisions) === "pass") expect(verdictOf(some, decisions)).toBe("pass");
});

property.prop([when, fc.array(decision)])("no decision about another server changes anything", (ask, decisions) => {
  const others = decisions.filter(({ server }) => server !== "s");
  expect(verdictOf(ask, others)).toBe(verdictOf(ask, []));
});

test("only what would be spared is offered to be remembered", () => {
  expect(canRemember(occasion(), { ask: { firstUse: true } }, "first-use")).toBe(true);
  expect(canRemember(occasion({ server: undefined }), { ask: { firstUse: true } }, "first-use")).toBe(false);
  expect(canRemember(occasion(), { ask: "always" }, "always")).toBe(false);
  expect(canRemember(occasion(), { ask: { firstUse: true, overUsd: 1 } }, "over-cost")).toBe(false);
  expect(canRemember(occasion(), { ask: { firstUse: true } }, "decisions-unreadable")).toBe(false);
});
