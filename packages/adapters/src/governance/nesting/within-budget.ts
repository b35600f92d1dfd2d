import type { Model } from "@modelpref/router";
import { BackendError } from "../../backends/backend-error.ts";
import type { CallStep, ModelCall } from "../../call/call-step.ts";
import { OutOfModels } from "../../call/out-of-models.ts";
import type { Asked } from "../../cost/worst-cost.ts";
import { currentFrame } from "../../frames/frame.ts";
import { mostInputTokens } from "../../measure/tokens.ts";
import type { LeaveOut } from "../../steps/leave-out.ts";
import { realAmounts, worstCase } from "../limits/amounts.ts";
import { costsNothing } from "../limits/cost-of-failure.ts";
import { type Budget, leftOf } from "./budget.ts";

/** Leaves out the models that could cost more than what is left. @throws OutOfModels where none is left */
export const leaveOutTooDear: LeaveOut = async (exchange) => {
  const left = leftOf(budgetsHere());
  if (left === undefined) return exchange;
  const asked = { inputTokens: exchange.mostInputTokens(), maxTokens: exchange.params.maxTokens };
  const ids = [...exchange.ranking].map(({ id }) => id);
  const tooDear = ids.filter((id) => worstOf(exchange.modelOf(id), asked) > left);
  if (tooDear.length === 0) return exchange;
  if (tooDear.length === ids.length) throw new OutOfModels(new Map(ids.map((id) => [id, overBudget()])));
  return exchange.without(new Map(tooDear.map((id) => [id, "over-budget"])));
};

/**
 * Lets only calls pass that the budgets have room for. Here each request is asked for itself, before it shares a call: that
 * one has spent its money is nothing to the others.
 */
export const requireRoom: CallStep = async (modelCall, next) => {
  worstWithin(budgetsHere(), modelCall);
  return next(modelCall);
};

/**
 * Reserves the worst case of each call that is really made in the budgets of all who wait for it, and of all that they stand
 * in; afterwards counts what it came to, for those too who came meanwhile.
 */
export const withinBudget: CallStep = async (modelCall, next) => {
  const frame = currentFrame();
  const budgets = frame?.budgets() ?? new Set();
  const worst = worstWithin(budgets, modelCall);
  take(budgets, worst);
  const settle = (amount: number): void => {
    take(budgets, -worst);
    take(frame?.budgets() ?? budgets, amount);
  };
  try {
    const completion = await next(modelCall);
    settle(realAmounts(modelCall.model, completion.usage).usd ?? worst);
    return completion;
  } catch (error) {
    settle(costsNothing(error) ? 0 : worst);
    throw error;
  }
};

/** The worst case of a call, in millionths of a USD; 0 where nothing bounds it. @throws BackendError where it does not fit */
function worstWithin(budgets: ReadonlySet<Budget>, { model, call }: ModelCall): number {
  const left = leftOf(budgets);
  if (left === undefined) return 0;
  const worst = worstOf(model, { inputTokens: mostInputTokens(call), maxTokens: call.maxTokens });
  if (worst > left) throw overBudget();
  return worst;
}

/** More than any budget where the price is not known. */
function worstOf(model: Model | undefined, asked: Asked): number {
  return worstCase(model, asked).usd ?? Number.POSITIVE_INFINITY;
}

function overBudget(): BackendError {
  return new BackendError("over-budget", "It could cost more than what is left.", { isUnsent: true });
}

function budgetsHere(): ReadonlySet<Budget> {
  return currentFrame()?.budgets() ?? new Set();
}

function take(budgets: ReadonlySet<Budget>, amount: number): void {
  for (const budget of budgets) budget.take(amount);
}
