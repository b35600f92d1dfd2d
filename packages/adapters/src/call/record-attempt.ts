import { costOfUsage, type Model } from "@modelpref/router";
import type { Completion } from "../backends/backend.ts";
import { BackendError } from "../backends/backend-error.ts";
import type { Attempt } from "../handler/outcome.ts";
import type { CallStep } from "./call-step.ts";
import { totalUsage } from "./total-usage.ts";

/** The outermost step: notes each call, its time and its cost, for who is told of the request's outcome. */
export const recordAttempt: CallStep = async (modelCall, next) => {
  const { exchange, choice, model } = modelCall;
  const start = performance.now();
  const record = (end: Partial<Attempt>): void => {
    const milliseconds = Math.round(performance.now() - start);
    exchange.lifetime.attempts.push({ model: choice.id, milliseconds, ...end });
  };
  try {
    const completion = await next(modelCall);
    record(spentOn(completion, model));
    return completion;
  } catch (error) {
    record(error instanceof BackendError ? failureOf(error) : { error: "cancelled" });
    throw error;
  }
};

function failureOf({ code, message, cause }: BackendError): Partial<Attempt> {
  return { error: code, detail: message, ...(cause === undefined ? {} : { cause }) };
}

function spentOn(completion: Completion, model: Model | undefined): Partial<Attempt> {
  const usage = totalUsage(completion);
  const cached = completion.cached === true ? ({ cached: true, costUsd: 0 } as const) : {};
  const costUsd = usage && model && costOfUsage(model, usage);
  return { ...cached, ...(usage && { usage }), ...(costUsd === undefined ? {} : { costUsd }) };
}
