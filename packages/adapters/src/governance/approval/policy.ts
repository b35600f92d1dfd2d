import { isObject } from "../../measure/json.ts";
import { type ExpectedOptions, optionProblems, refuse } from "../../options/check-options.ts";
import { type Expected, FUNCTION, objectWith, oneOf, required, TEXT, YES_OR_NO } from "../../options/expected.ts";
import type { DecisionProblem } from "./decisions/decision-problem.ts";
import type { Asker } from "./question.ts";

/** What makes a request be asked about; any of these that holds does. */
export type AskWhen = {
  /** Nobody allowed the server such requests yet, or no longer: no decision that is remembered covers this one. */
  firstUse?: true | undefined;
  /** A model may be called that nobody allowed for the server yet. */
  newModel?: true | undefined;
  /** A model may be called whose expected cost is over so many USD, or not known. */
  overUsd?: number | undefined;
  /** The same of the worst case: an answer of all tokens that it may have, and each token at its dearest. */
  worstOverUsd?: number | undefined;
};

/** Which requests are asked about. What is left out fits every request. */
export type ApprovalRule = {
  /** A glob for the server's name; nameless servers fit none. */
  server?: string | undefined;
  /** Only requests inside a tool call that the user made (true), or outside of any (false). Unknown fits neither. */
  inToolCall?: boolean | undefined;
  /** Only requests with tools, or with tools in their history (true), or without (false). */
  tools?: boolean | undefined;
  /** Only requests with pictures, sound or documents (true), or without (false). */
  media?: boolean | undefined;
  /** `"never"` lets pass, unless a remembered decision denies; `"always"` asks whatever was remembered. */
  ask: "always" | "never" | AskWhen;
  /**
   * Which answers are shown before they leave: those whose request would be asked about now (`"same"`, the default), all, or
   * none. One of a server that is denied by now does not leave.
   */
  answers?: "same" | "always" | "never" | undefined;
};

/** How approvals are decided, and who is asked. */
export type ApprovalPolicy = {
  /** Who is asked: `terminalApproval()`, `elicitationApproval(elicit)` or functions of your own. */
  ask: Asker;
  /** The first rule that fits decides; where none does, everything is asked about. */
  rules?: readonly ApprovalRule[] | undefined;
  /** A YAML file for the decisions to be remembered, which people may edit. Without it they are kept for this process. */
  file?: string | undefined;
  /** Days that a decision is remembered. Default 30. */
  rememberDays?: number | undefined;
  /** Whether the user has a tool call of the server open now. Without it nobody knows, and no rule of either kind fits. */
  isInToolCall?: (() => boolean) | undefined;
  /** Told of what is wrong with the file, once each. Default: a warning of the process. */
  onProblem?: ((problem: DecisionProblem) => void) | undefined;
};

const POLICY: ExpectedOptions<ApprovalPolicy> = {
  ask: required(objectWith("an object with askRequest and askAnswer", "askRequest", "askAnswer")),
  rules: { words: "a list of rules", holds: Array.isArray },
  file: { words: "the path of a file", holds: (value) => typeof value === "string" && value !== "" },
  rememberDays: { words: "a number of days above 0", holds: (value) => Number.isFinite(value) && Number(value) > 0 },
  isInToolCall: FUNCTION,
  onProblem: FUNCTION,
};

const RULE: ExpectedOptions<ApprovalRule> = {
  server: TEXT,
  inToolCall: YES_OR_NO,
  tools: YES_OR_NO,
  media: YES_OR_NO,
  ask: required({
    words: '"always", "never" or one of firstUse, newModel, overUsd, worstOverUsd',
    holds: (ask) => ask === "always" || ask === "never" || (isObject(ask) && Object.keys(ask).length > 0),
  }),
  answers: oneOf("same", "always", "never"),
};

const TRUE: Expected = { words: "true", holds: (value) => value === true };
const USD: Expected = { words: "USD, 0 or more", holds: (value) => typeof value === "number" && value >= 0 };
const WHEN: ExpectedOptions<AskWhen> = { firstUse: TRUE, newModel: TRUE, overUsd: USD, worstOverUsd: USD };

/** Checks a policy: a slip in a rule must not let pass what it was to stop. @throws TypeError with all that is wrong */
export function checkPolicy(policy: ApprovalPolicy): void {
  const rules = Array.isArray(policy?.rules) ? policy.rules : [];
  refuse("approvals", [
    ...optionProblems(policy, POLICY),
    ...rules.flatMap((rule: ApprovalRule, index) => ruleProblems(rule, `rules[${index}]`)),
  ]);
}

function ruleProblems(rule: ApprovalRule, path: string): string[] {
  const inWhen = isObject(rule?.ask) ? optionProblems(rule.ask, WHEN, `${path}.ask.`) : [];
  return [...optionProblems(rule, RULE, `${path}.`), ...inWhen];
}
