import { costOfUsage } from "@modelpref/router";
import { BackendError } from "../backends/backend-error.ts";
import type { Attempt } from "../handler/outcome.ts";
import type { CallStep } from "./call-step.ts";

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
    const { usage } = completion;
    const costUsd = usage && model && costOfUsage(model, usage);
    record({ ...(usage && { usage }), ...(costUsd === undefined ? {} : { costUsd }) });
    return completion;
  } catch (error) {
    record(error instanceof BackendError ? failureOf(error) : { error: "cancelled" });
    throw error;
  }
};

function failureOf({ code, message, cause }: BackendError): Partial<Attempt> {
  return { error: code, detail: message, ...(cause === undefined ? {} : { cause }) };
}
