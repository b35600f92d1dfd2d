import type { Exchange, Step } from "../handler/exchange.ts";
import type { ApproveResponse } from "../handler/options.ts";
import { REFUSED, SamplingError } from "../handler/sampling-error.ts";
import { ask } from "./ask.ts";
import { type Candidate, candidateFor, candidatesFor } from "./candidates.ts";

/** Asks about an answer before the server gets it (R30). */
export function approveAnswer(approve: ApproveResponse, maxAttempts: number): Step {
  return async (exchange, next) => {
    const answer = await next(exchange);
    exchange.lifetime.report("waiting for approval");
    const { model, result: written } = answer;
    const candidates = withWriter(candidatesFor(exchange, maxAttempts), exchange, model);
    const approval = await ask(exchange, { stage: "answer", candidates }, (options) =>
      approve(written, exchange.explanation(), { ...options, model }),
    );
    if (approval === true) return answer;
    if (typeof approval !== "object" || approval === null) throw new SamplingError("refused", REFUSED);
    const { action, result, message } = approval;
    if (action === "allow") return answer;
    if (action === "edit" && result !== undefined) return { ...answer, result };
    throw new SamplingError("refused", REFUSED, message === undefined ? {} : { note: message });
  };
}

/** Where nobody approved the request, models that nobody counts among the first may have stepped in. */
function withWriter(first: readonly Candidate[], exchange: Exchange, model: string): readonly Candidate[] {
  return first.some(({ id }) => id === model) ? first : [...first, candidateFor(exchange, model)];
}
