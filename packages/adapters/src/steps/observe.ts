import type { Exchange, Step } from "../handler/exchange.ts";
import type { SamplingHandlerOptions } from "../handler/options.ts";
import type { Outcome } from "../handler/outcome.ts";
import { SamplingError } from "../handler/sampling-error.ts";

type OnDecision = SamplingHandlerOptions["onDecision"] & object;

/** Tells what was decided and what became of it, once for each request, with the explanation of its last ranking. */
export function observe(onDecision: OnDecision): Step {
  return async (exchange, next) => {
    let latest = exchange;
    const follow = (edited: Exchange): Exchange => {
      latest = edited;
      return {
        ...edited,
        withParams: (params) => follow(edited.withParams(params)),
        without: (models) => follow(edited.without(models)),
      };
    };
    const tell = (end: Omit<Outcome, "milliseconds" | "attempts">): void => {
      const { start, attempts } = exchange.lifetime;
      const outcome = { ...end, milliseconds: Math.round(performance.now() - start), attempts };
      try {
        onDecision(latest.explanation(), outcome);
      } catch {
        // Who only looks on cannot fail the request.
      }
    };
    try {
      const answer = await next(follow(exchange));
      tell({ model: answer.model });
      return answer;
    } catch (error) {
      tell(failureOf(error));
      throw error;
    }
  };
}

function failureOf(error: unknown): Pick<Outcome, "error" | "note" | "cause"> {
  if (!(error instanceof SamplingError)) return { error: "internal", cause: error };
  const { data, cause } = error;
  return {
    error: data.reason,
    ...(data.note === undefined ? {} : { note: data.note }),
    ...(cause === undefined ? {} : { cause }),
  };
}
