// The public names of "@modelpref/adapters/approval", listed by hand.
export { type Approvals, approvals } from "./approvals.ts";
export { type DecisionProblem, type DecisionProblemCode, formatDecisionProblem } from "./decisions/decision-problem.ts";
export { type Elicit, type ElicitParams, elicitationApproval } from "./elicitation-approval.ts";
export type { ApprovalPolicy, ApprovalRule, AskWhen } from "./policy.ts";
export type { AnswerQuestion, AnswerReply, Asker, AskReason, RequestQuestion, RequestReply } from "./question.ts";
export { type TerminalOptions, terminalApproval } from "./terminal/terminal-approval.ts";
export { describeAnswerQuestion, describeRequestQuestion } from "./words/describe-question.ts";
