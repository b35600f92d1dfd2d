import type { Exchange } from "../handler/exchange.ts";
import type { ApprovalOptions, RequestApproval, ResponseApproval } from "../handler/options.ts";
import { REFUSED, SamplingError } from "../handler/sampling-error.ts";
import type { ApprovalOutcome } from "../handler/sampling-event.ts";
import { within } from "../handler/time-limit.ts";
import type { Candidate } from "./candidates.ts";

/**
 * Asks a person, or the function that decides for them, and notes what they said. Where nobody answers in time, that is a
 * refusal. Where whoever decides fails, nobody allowed it: an error too.
 */
export async function ask<Approval extends RequestApproval | ResponseApproval>(
  exchange: Exchange,
  { stage, candidates }: { stage: "request" | "answer"; candidates: readonly Candidate[] },
  question: (options: ApprovalOptions) => Approval | Promise<Approval>,
): Promise<Approval> {
  const { signal, events } = exchange.lifetime;
  const start = performance.now();
  const note = (outcome: ApprovalOutcome): void => {
    events.push({ kind: "approval", stage, outcome, milliseconds: Math.round(performance.now() - start) });
  };
  try {
    const approval = await within(signal, () => question({ signal, candidates }));
    note(outcomeOf(approval));
    return approval;
  } catch (error) {
    const reason = error instanceof SamplingError ? error.data.reason : undefined;
    note(reason === "deadline" ? "unanswered" : reason === "cancelled" ? "cancelled" : "failed");
    if (reason === "deadline") throw new SamplingError("refused", REFUSED, { note: "nobody answered in time" });
    throw reason === undefined ? new SamplingError("internal", "The approval failed", { cause: error }) : error;
  }
}

function outcomeOf(approval: RequestApproval | ResponseApproval): ApprovalOutcome {
  if (approval === true) return "allowed";
  const action = typeof approval === "object" && approval !== null ? approval.action : "deny";
  return action === "allow" ? "allowed" : action === "edit" ? "edited" : "refused";
}
