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
  const record = (called: number | undefined, end: Partial<Attempt>): void => {
    const times = timesOf(performance.now() - start, called);
    exchange.lifetime.attempts.push({ model: choice.id, ...times, ...end });
  };
  try {
    const completion = await next(modelCall);
    record(completion.milliseconds, spentOn(completion, modelCall));
    return completion;
  } catch (error) {
    record(undefined, failureOf(error));
    throw error;
  }
};

/** How long the call took, and what came on top: waiting for a place, or for company in a batch. */
function timesOf(all: number, called: number = all): Pick<Attempt, "milliseconds" | "waitedMs"> {
  const milliseconds = Math.round(called);
  const waitedMs = Math.max(0, Math.round(all) - milliseconds);
  return waitedMs === 0 ? { milliseconds } : { milliseconds, waitedMs };
}

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
