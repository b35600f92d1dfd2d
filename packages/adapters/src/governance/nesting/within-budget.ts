import type { Completion } from "../../backends/backend.ts";
import { BackendError } from "../../backends/backend-error.ts";
import type { CallStep, ModelCall } from "../../call/call-step.ts";
import { totalUsage } from "../../call/total-usage.ts";
import { realAmounts, worstCase } from "../limits/amounts.ts";
import { costsNothing } from "../limits/cost-of-failure.ts";
import { currentFrame } from "./frame.ts";

/** Reserves the worst case of each call in the budgets that it is inside of, and counts what it came to after it. */
export const withinBudget: CallStep = async (modelCall, next) => {
  const budgets = currentFrame()?.budgets ?? [];
  if (budgets.length === 0) return next(modelCall);
  const { model, call, exchange } = modelCall;
  const asked = { inputTokens: exchange.mostInputTokens(), maxTokens: call.maxTokens };
  const { usd: worst } = worstCase(model, asked);
  if (worst === undefined || budgets.some(({ left }) => left < worst))
    throw new BackendError("over-budget", "It could cost more than what is left.", { isUnsent: true });
  const take = (amount: number): void => {
    for (const budget of budgets) budget.take(amount);
  };
  take(worst);
  try {
    const completion = await next(modelCall);
    take((realCost(completion, modelCall) ?? worst) - worst);
    return completion;
  } catch (error) {
    if (costsNothing(error)) take(-worst);
    throw error;
  }
};

/** Undefined where the provider does not say how many tokens it took. */
function realCost(completion: Completion, { model }: ModelCall): number | undefined {
  const usage = totalUsage(completion);
  if (usage === undefined && completion.cached === true) return 0;
  return realAmounts(model, usage).usd;
}
