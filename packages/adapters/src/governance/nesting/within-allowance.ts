import type { Model } from "@modelpref/router";
import { BackendError } from "../../backends/backend-error.ts";
import type { CallStep, ModelCall } from "../../call/call-step.ts";
import { OutOfModels } from "../../call/out-of-models.ts";
import { MOST, realAmounts, worstCase } from "../../cost/amounts.ts";
import { costsNothing } from "../../cost/cost-of-failure.ts";
import type { Asked } from "../../cost/worst-cost.ts";
import { type Allowance, leftOf } from "../../frames/allowance.ts";
import { currentFrame } from "../../frames/frame.ts";
import { mostInputTokens } from "../../measure/tokens.ts";
import type { LeaveOut } from "../../steps/leave-out.ts";

/** After so many models that fit no more are looked at: each is asked about again when it is called. */
const ENOUGH = 3;

/** Leaves out the models that would come first and could cost more than what is left. @throws OutOfModels where none is left */
export const leaveOutTooDear: LeaveOut = async (exchange) => {
  const left = leftOf(allowancesHere());
  if (left === Number.POSITIVE_INFINITY) return exchange;
  const asked = { inputTokens: exchange.mostInputTokens(), maxTokens: exchange.params.maxTokens };
  const tooDear = new Map<string, BackendError>();
  let fitting = 0;
  for (const { id } of exchange.ranking) {
    if (worstOf(exchange.modelOf(id), asked) > left) tooDear.set(id, overBudget());
    else fitting += 1;
    if (fitting === ENOUGH) break;
  }
  if (tooDear.size === 0) return exchange;
  if (fitting === 0) throw new OutOfModels(tooDear);
  return exchange.without(new Map([...tooDear].map(([id, { code }]) => [id, code])));
};

/**
 * Lets only calls pass that the budgets have room for. Here each request is asked for itself, before it shares a call: that
 * one has spent its money is nothing to the others.
 */
export const requireRoom: CallStep = async (modelCall, next) => {
  worstWithin(allowancesHere(), modelCall);
  return next(modelCall);
};

/**
 * Reserves the worst case of each call that is really made in the allowances of all who wait for it, and of all that they stand
 * in, and of those who come to wait for it too; afterwards counts what it came to.
 */
export const withinAllowance: CallStep = async (modelCall, next) => {
  const frame = currentFrame();
  if (frame === undefined) return next(modelCall);
  const worst = Math.min(worstWithin(frame.allowances(), modelCall), MOST);
  frame.take(worst);
  const settle = (amount: number): void => frame.take(amount - worst);
  try {
    const completion = await next(modelCall);
    settle(realAmounts(modelCall.model, completion.usage).usd ?? worst);
    return completion;
  } catch (error) {
    settle(costsNothing(error) ? 0 : worst);
    throw error;
  }
};

/** The worst case of a call, in millionths of a USD. @throws BackendError where it does not fit */
function worstWithin(allowances: ReadonlySet<Allowance>, { model, call }: ModelCall): number {
  const worst = worstOf(model, { inputTokens: mostInputTokens(call), maxTokens: call.maxTokens });
  if (worst > leftOf(allowances)) throw overBudget();
  return worst;
}

/** More than any budget where the price is not known. */
function worstOf(model: Model | undefined, asked: Asked): number {
  return worstCase(model, asked).usd ?? Number.POSITIVE_INFINITY;
}

function overBudget(): BackendError {
  return new BackendError("over-budget", "It could cost more than what is left.", { isUnsent: true });
}

function allowancesHere(): ReadonlySet<Allowance> {
  return currentFrame()?.allowances() ?? new Set();
}
