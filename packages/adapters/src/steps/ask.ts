import { tooDeep } from "../call/failure.ts";
import type { Exchange } from "../handler/exchange.ts";
import type { ApprovalOptions, RequestApproval, ResponseApproval } from "../handler/options.ts";
import { REFUSED, SamplingError } from "../handler/sampling-error.ts";
import type { ApprovalOutcome } from "../handler/sampling-event.ts";
import { within } from "../handler/time-limit.ts";
import type { Candidate } from "./candidates.ts";

/** What is asked about: the models that may be called for it, and what of a reply is the edited one. */
type Subject<Reply, Edited> = {
  stage: "request" | "answer";
  candidates: readonly Candidate[];
  editedIn: (reply: Reply) => Edited | undefined;
};

/**
 * Asks a person, or the function that decides for them, and notes what they said. Gives what they edited, or undefined where
 * it may pass as it is.
 *
 * @throws SamplingError where it may not, nobody answers in time, or whoever decides fails, since then nobody allowed it
 */
export async function ask<Approval extends RequestApproval | ResponseApproval, Edited>(
  { lifetime: { signal, events } }: Exchange,
  { stage, candidates, editedIn }: Subject<Exclude<Approval, boolean>, Edited>,
  question: (options: ApprovalOptions) => Approval | Promise<Approval>,
): Promise<Edited | undefined> {
  const start = performance.now();
  const note = (outcome: ApprovalOutcome): void => {
    events.push({ kind: "approval", stage, outcome, milliseconds: Math.round(performance.now() - start) });
  };
  const approval = await within(signal, () => question({ signal, candidates })).catch((error: unknown) => {
    const failure = failureOf(error, signal);
    note(failure.outcome);
    throw failure.error;
  });
  const reply = typeof approval === "object" ? approval : undefined;
  const edited = reply?.action === "edit" ? editedIn(reply as Exclude<Approval, boolean>) : undefined;
  const isAllowed = approval === true || reply?.action === "allow";
  note(edited !== undefined ? "edited" : isAllowed ? "allowed" : "refused");
  if (edited !== undefined || isAllowed) return edited;
  const message = reply?.message;
  throw new SamplingError("refused", REFUSED, message === undefined ? {} : { note: message });
}

/** Why nobody decided, for who watches and for the server. */
function failureOf(error: unknown, signal: AbortSignal): { outcome: ApprovalOutcome; error: unknown } {
  // What whoever decides throws is theirs: how a request of their own ended is no end of this one.
  if (!signal.aborted || error !== signal.reason) {
    const failed = new SamplingError("internal", "The approval failed", { cause: error });
    return { outcome: "failed", error: tooDeep(error) ?? failed };
  }
  const isLate = error instanceof SamplingError && error.data.reason === "deadline";
  if (!isLate) return { outcome: "cancelled", error };
  return { outcome: "unanswered", error: new SamplingError("refused", REFUSED, { note: "nobody answered in time" }) };
}
