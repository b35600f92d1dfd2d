import { costOfUsage } from "@modelpref/router";
import type { Completion } from "../../backends/backend.ts";
import { BackendError } from "../../backends/backend-error.ts";
import type { CallStep, ModelCall } from "../../call/call-step.ts";
import { totalUsage } from "../../call/total-usage.ts";
import { measureRequest } from "../../measure/measure-request.ts";
import { currentFrame } from "./frame.ts";

/** Reserves the worst case of each call in the budgets that it is inside of, and counts what it came to after it. */
export const withinBudget: CallStep = async (modelCall, next) => {
  const budgets = currentFrame()?.budgets ?? [];
  if (budgets.length === 0) return next(modelCall);
  const worst = worstCost(modelCall);
  if (worst === undefined || budgets.some(({ left }) => left < worst))
    throw new BackendError("over-budget", "It could cost more than what is left.", { isUnsent: true });
  const take = (usd: number): void => {
    for (const budget of budgets) budget.take(usd);
  };
  take(worst);
  try {
    const completion = await next(modelCall);
    take((realCost(completion, modelCall) ?? worst) - worst);
    return completion;
  } catch (error) {
    if (error instanceof BackendError && error.isUnsent) take(-worst);
    throw error;
  }
};

/** Undefined where a price is not known. */
function worstCost({ model, call, exchange }: ModelCall): number | undefined {
  if (model === undefined) return undefined;
  const { inputTokens } = measureRequest(exchange.params);
  const outputTokens = Math.min(call.maxTokens, model.limit?.output ?? Number.POSITIVE_INFINITY);
  return costOfUsage(model, { inputTokens, outputTokens });
}

/** Undefined where the provider does not say how many tokens it took. */
function realCost(completion: Completion, { model }: ModelCall): number | undefined {
  const usage = totalUsage(completion);
  if (usage === undefined) return completion.cached === true ? 0 : undefined;
  return model && costOfUsage(model, usage);
}
