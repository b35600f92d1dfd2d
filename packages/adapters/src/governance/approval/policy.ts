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
  /** The same of the worst case: an answer of all tokens that it may have. */
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
  /** Which answers are shown before they leave: those whose request would be asked about now (`"same"`, the default), all, or none. */
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

const RULE_KEYS: ReadonlySet<string> = new Set(["server", "inToolCall", "tools", "media", "ask", "answers"]);
const WHEN_KEYS: ReadonlySet<string> = new Set(["firstUse", "newModel", "overUsd", "worstOverUsd"]);

/** Checks a policy: a slip in a rule must not let pass what it was to stop. @throws TypeError with all that is wrong */
export function checkPolicy({ ask, rules = [], rememberDays = 1 }: ApprovalPolicy): void {
  const problems = [
    expect(
      typeof ask?.askRequest === "function" && typeof ask.askAnswer === "function",
      "ask",
      "askRequest, askAnswer",
    ),
    expect(rememberDays > 0 && Number.isFinite(rememberDays), "rememberDays", "a number of days above 0"),
    ...rules.flatMap((rule, index) => problemsOf(rule, `rules[${index}]`)),
  ].filter((problem) => problem !== undefined);
  if (problems.length > 0) throw new TypeError(`approvals: ${problems.join("; ")}`);
}

function problemsOf(rule: ApprovalRule, path: string): (string | undefined)[] {
  const { ask, answers = "same" } = rule;
  const when = typeof ask === "object" && ask !== null ? Object.entries(ask) : [];
  const isWord = ask === "always" || ask === "never";
  return [
    expect(
      Object.keys(rule).every((key) => RULE_KEYS.has(key)),
      path,
      [...RULE_KEYS].join(", "),
    ),
    expect(isWord || when.length > 0, `${path}.ask`, `"always", "never" or one of ${[...WHEN_KEYS].join(", ")}`),
    ...when.map(([key, value]) => expect(isCondition(key, value), `${path}.ask.${key}`, "true, or USD of 0 or more")),
    expect(["same", "always", "never"].includes(answers), `${path}.answers`, '"same", "always" or "never"'),
  ];
}

function isCondition(key: string, value: unknown): boolean {
  if (!WHEN_KEYS.has(key)) return false;
  return key.endsWith("Usd") ? typeof value === "number" && value >= 0 : value === true;
}

function expect(holds: boolean, path: string, expected: string): string | undefined {
  return holds ? undefined : `${path}: expected ${expected}`;
}
