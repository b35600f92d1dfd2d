import { BackendError } from "../../backends/backend-error.ts";
import { OutOfModels } from "../../call/out-of-models.ts";
import type { Exchange, Step } from "../../handler/exchange.ts";
import type { Budget } from "./budget.ts";

/**
 * Ranks again without the models that are known to be over their limits, so that who is asked sees the model that will be
 * called; ends requests that no model is left for before anybody is asked.
 */
export function leaveOutSpent(budget: Budget): Step {
  return async (exchange, next) => {
    const { spent, isAnyLeft } = await spentModels(exchange, budget);
    if (spent.size === 0) return next(exchange);
    if (!isAnyLeft) throw new OutOfModels(spent);
    return next(exchange.without(new Map([...spent].map(([id, { code }]) => [id, code]))));
  };
}

/** The models before the first that fits. @throws SamplingError where none will */
async function spentModels(
  exchange: Exchange,
  budget: Budget,
): Promise<{ spent: Map<string, BackendError>; isAnyLeft: boolean }> {
  const spent = new Map<string, BackendError>();
  for (const { id } of exchange.ranking) {
    const error = await budget.foresee(exchange, id);
    if (error === undefined) return { spent, isAnyLeft: true };
    if (!(error instanceof BackendError)) throw error;
    spent.set(id, error);
  }
  return { spent, isAnyLeft: false };
}
