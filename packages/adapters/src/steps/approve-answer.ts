import type { Exchange, Step } from "../handler/exchange.ts";
import type { ApproveResponse, ResponseApproval } from "../handler/options.ts";
import type { SamplingResult } from "../protocol/sampling.ts";
import { ask } from "./ask.ts";
import { type Candidate, candidateFor, candidatesFor } from "./candidates.ts";

/** Asks about an answer before the server gets it (R30). */
export function approveAnswer(approve: ApproveResponse, maxAttempts: number): Step {
  return async (exchange, next) => {
    const answer = await next(exchange);
    exchange.lifetime.report("waiting for approval");
    const { model, result } = answer;
    const candidates = withWriter(candidatesFor(exchange, maxAttempts), exchange, model);
    const edited = await ask(exchange, { stage: "answer", candidates, editedIn }, (options) =>
      approve(result, exchange.explanation(), { ...options, model }),
    );
    return edited === undefined ? answer : { ...answer, result: edited };
  };
}

function editedIn({ result }: Exclude<ResponseApproval, boolean>): SamplingResult | undefined {
  return result;
}

/** Where nobody approved the request, models that nobody counts among the first may have stepped in. */
function withWriter(first: readonly Candidate[], exchange: Exchange, model: string): readonly Candidate[] {
  return first.some(({ id }) => id === model) ? first : [...first, candidateFor(exchange, model)];
}
