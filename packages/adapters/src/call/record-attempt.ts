import { costOfUsage } from "@modelpref/router";
import type { Completion } from "../backends/backend.ts";
import { BackendError } from "../backends/backend-error.ts";
import type { Attempt } from "../handler/outcome.ts";
import { SamplingError } from "../handler/sampling-error.ts";
import type { CallStep, ModelCall } from "./call-step.ts";
import { totalUsage } from "./total-usage.ts";

/** The outermost step: notes each call, its time and its cost, for who is told of the request's outcome. */
export const recordAttempt: CallStep = async (modelCall, next) => {
  const { exchange, choice } = modelCall;
  const start = performance.now();
  const record = (end: Partial<Attempt>): void => {
    const milliseconds = Math.round(performance.now() - start);
    exchange.lifetime.attempts.push({ model: choice.id, milliseconds, ...end });
  };
  try {
    const completion = await next(modelCall);
    record(spentOn(completion, modelCall));
    return completion;
  } catch (error) {
    record(failureOf(error));
    throw error;
  }
};

function spentOn(completion: Completion, { choice, model }: ModelCall): Partial<Attempt> {
  const usage = totalUsage(completion);
  const { firstTokenMs } = completion;
  const cached = completion.cached === true ? ({ cached: true, costUsd: 0 } as const) : {};
  const costUsd = usage && model && costOfUsage(model, usage);
  return {
    ...(completion.model === choice.model ? {} : { answeredAs: completion.model }),
    ...cached,
    ...(usage && { usage }),
    ...(costUsd === undefined ? {} : { costUsd }),
    ...(firstTokenMs === undefined ? {} : { firstTokenMs }),
  };
}

function failureOf(error: unknown): Partial<Attempt> {
  // A practice that ends the request instead of the call says why by a failure of the call.
  const failure = error instanceof SamplingError && error.cause instanceof BackendError ? error.cause : error;
  if (failure instanceof BackendError) {
    const { code, message, cause } = failure;
    return { error: code, detail: message, ...(cause === undefined ? {} : { cause }) };
  }
  return { error: error instanceof SamplingError ? error.data.reason : "internal" };
}
