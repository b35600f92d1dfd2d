import type { Exchange, Step } from "../handler/exchange.ts";
import { followEdits } from "../handler/follow-edits.ts";
import type { Outcome } from "../handler/outcome.ts";
import { SamplingError } from "../handler/sampling-error.ts";
import { tellQuietly } from "../handler/tell-quietly.ts";

/** Tells what became of each request, once, with the exchange as its last edit left it. What `tell` throws matters to nobody. */
export function observe(tell: (exchange: Exchange, outcome: Outcome) => void): Step {
  return async (exchange, next) => {
    const { followed, latest } = followEdits(exchange);
    const end = (what: Omit<Outcome, "milliseconds" | "attempts">): void => {
      const { start, attempts } = exchange.lifetime;
      const outcome = { ...what, milliseconds: Math.round(performance.now() - start), attempts };
      tellQuietly(() => tell(latest(), outcome));
    };
    try {
      const answer = await next(followed);
      end({ model: answer.model });
      return answer;
    } catch (error) {
      end(failureOf(error));
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
