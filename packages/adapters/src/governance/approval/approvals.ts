import type { Explanation } from "@modelpref/router";
import type { ApprovalOptions, ApproveRequest, ApproveResponse } from "../../handler/options.ts";
import { rememberingInToolCall } from "./asked-in-tool-call.ts";
import type { Decision } from "./decisions/decision.ts";
import { type DecisionProblem, formatDecisionProblem } from "./decisions/decision-problem.ts";
import { Decisions } from "./decisions/decisions.ts";
import { canRemember, judge } from "./must-ask.ts";
import { type Occasion, occasionOf, ruleFor } from "./occasion.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { type ApprovalPolicy, type ApprovalRule, checkPolicy } from "./policy.ts";
import type { AskReason, RequestReply } from "./question.ts";
import { answerApproval, requestApproval } from "./replies.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const REMEMBER_DAYS = 30;

/** The two functions for the options of `createSamplingHandler`. */
export type Approvals = { approveRequest: ApproveRequest; approveResponse: ApproveResponse };

/**
 * Decides by rules and remembered decisions which requests and answers somebody is asked about, and asks, one question at
 * a time. Whatever goes wrong, nothing passes that a rule did not let pass. @throws TypeError where the policy is wrong
 */
export function approvals(policy: ApprovalPolicy): Approvals {
  checkPolicy(policy);
  const { ask, rules = [], file, rememberDays = REMEMBER_DAYS, onProblem = warn } = policy;
  const decisions = new Decisions(file, onProblem);
  const queue = oneAtATime();
  const isAskedInToolCall = rememberingInToolCall(policy.isInToolCall);

  const asked = (explanation: Explanation, { signal, candidates }: ApprovalOptions) => {
    const occasion = occasionOf(explanation, candidates, isAskedInToolCall(signal));
    const { server, inToolCall } = occasion;
    return { occasion, rule: ruleFor(occasion, rules), about: { server, inToolCall, explanation } };
  };
  /** Judged at once where nobody need be asked, and again at its turn: meanwhile the user may have allowed the server. */
  const decide = async <Approval>(
    { occasion, rule }: { occasion: Occasion; rule: ApprovalRule },
    signal: AbortSignal,
    question: (reason: AskReason) => Promise<Approval>,
  ): Promise<Approval | boolean> => {
    const verdictOf = async () => judge(occasion, rule, await decisions.inForce());
    const verdict = await verdictOf();
    if (verdict.action !== "ask") return verdict.action === "pass";
    return queue(signal, async () => {
      const latest = await verdictOf();
      return latest.action === "ask" ? question(latest.reason) : latest.action === "pass";
    });
  };

  return {
    approveRequest: async (params, explanation, options) => {
      const { occasion, rule, about } = asked(explanation, options);
      const { signal, candidates } = options;
      return decide({ occasion, rule }, signal, async (reason) => {
        const mayRemember = canRemember(occasion, rule, reason);
        const question = { ...about, reason, params, candidates, canRemember: mayRemember };
        const reply: RequestReply = await ask.askRequest(question, { signal });
        // A reply that came too late decides nothing, now or later.
        const decision = signal.aborted ? undefined : decisionOf(reply, occasion, mayRemember);
        if (decision !== undefined) await decisions.remember({ ...decision, ...term(rememberDays * DAY_MS) });
        return requestApproval(reply, params);
      });
    },
    approveResponse: async (result, explanation, options) => {
      const { occasion, rule, about } = asked(explanation, options);
      const { signal, model } = options;
      const { answers = "same" } = rule;
      const answerRule: ApprovalRule = answers === "same" ? rule : { ask: answers };
      return decide({ occasion, rule: answerRule }, signal, async (reason) =>
        answerApproval(await ask.askAnswer({ ...about, reason, result, model }, { signal })),
      );
    },
  };
}

/**
 * What of a reply is to be remembered: that requests are allowed which hold no more, from the same place, by the models that the
 * person was told of; or that all of the server is denied.
 */
function decisionOf(reply: RequestReply, occasion: Occasion, mayAllow: boolean): Decision | undefined {
  const { server, inToolCall, holds, candidates } = occasion;
  if (server === undefined || (reply?.action !== "allow" && reply?.action !== "refuse")) return undefined;
  if (reply.remember !== true) return undefined;
  if (reply.action === "refuse") return { server, decision: "deny" };
  return mayAllow
    ? { server, decision: "allow", inToolCall, holds, models: candidates.map(({ id }) => id) }
    : undefined;
}

/** From when to when, to the whole second, as the file has it: a decision must not come from the future. */
function term(lastsMs: number): Pick<Decision, "since" | "until"> {
  const since = Math.floor(Date.now() / 1000) * 1000;
  return { since, until: since + lastsMs };
}

function warn(problem: DecisionProblem): void {
  process.emitWarning(formatDecisionProblem(problem), { type: "ApprovalWarning", code: "MODELPREF_APPROVAL" });
}
