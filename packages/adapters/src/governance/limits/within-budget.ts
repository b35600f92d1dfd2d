import type { CallStep } from "../../call/call-step.ts";
import { costsNothing } from "../../cost/cost-of-failure.ts";
import type { Budget } from "./budget.ts";

/** Reserves the worst case before a call is made, and counts what it came to after it. */
export function withinBudget(budget: Budget): CallStep {
  return async (modelCall, next) => {
    const { cameTo } = await budget.admit(modelCall);
    try {
      const completion = await next(modelCall);
      cameTo(completion);
      return completion;
    } catch (error) {
      cameTo(costsNothing(error) ? "nothing" : "unknown");
      throw error;
    }
  };
}
