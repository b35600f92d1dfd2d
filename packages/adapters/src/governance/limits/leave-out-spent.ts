import { OutOfModels } from "../../call/out-of-models.ts";
import type { Step } from "../../handler/exchange.ts";
import type { Budget } from "./budget.ts";

/**
 * Ranks again without the models that are known to be over their limits, so that who is asked sees the model that will be
 * called; ends requests that no model is left for before anybody is asked.
 */
export function leaveOutSpent(budget: Budget): Step {
  return async (exchange, next) => {
    const { spent, isAnyLeft } = await budget.foresee(exchange, exchange.lifetime.signal);
    if (spent.size === 0) return next(exchange);
    if (!isAnyLeft) throw new OutOfModels(spent);
    return next(exchange.without(new Map([...spent].map(([id, { code }]) => [id, code]))));
  };
}
