import { OutOfModels } from "../../call/out-of-models.ts";
import type { LeaveOut } from "../../steps/leave-out.ts";
import type { Budget } from "./budget.ts";

/** Leaves out the models that are known to be over their limits. */
export function leaveOutSpent(budget: Budget): LeaveOut {
  return async (exchange) => {
    const { spent, isAnyLeft } = await budget.foresee(exchange, exchange.lifetime.signal);
    if (spent.size === 0) return exchange;
    if (!isAnyLeft) throw new OutOfModels(spent);
    return exchange.without(new Map([...spent].map(([id, { code }]) => [id, code])));
  };
}
