import type { Choice } from "@modelpref/router";
import type { Call } from "../backends/backend.ts";
import { BackendError } from "../backends/backend-error.ts";
import { SamplingError } from "../handler/sampling-error.ts";
import { limitTime, within } from "../handler/time-limit.ts";
import type { SamplingParams } from "../protocol/sampling.ts";
import type { CallStep } from "./call-step.ts";
import { checkCompletion } from "./check-completion.ts";
import { toBackendError } from "./failure.ts";

/** The last step: calls the model, within its time, and checks the answer. */
export const attempt: CallStep = async ({ exchange, choice, backend, call, milliseconds }) => {
  const { params, lifetime } = exchange;
  const { signal } = lifetime;
  const late = (): Error => new BackendError("deadline", "no answer in time");
  const limit = limitTime(milliseconds, late, { signal, reason: () => (isCancelled(signal) ? signal.reason : late()) });
  try {
    const completion = await within(limit.signal, () => backend.complete(call, { signal: limit.signal }));
    return checkCompletion(completion, { model: choice.model, params });
  } catch (error) {
    if (limit.signal.aborted) throw limit.signal.reason;
    throw toBackendError(error);
  } finally {
    limit.free();
  }
};

function isCancelled({ reason }: AbortSignal): boolean {
  return reason instanceof SamplingError && reason.data.reason === "cancelled";
}

/** The request as one call of a model. A hint never gets into it (R33): the name is the catalog's. */
export function callFor({ model }: Choice, params: SamplingParams): Call {
  const { messages, systemPrompt, maxTokens, temperature, stopSequences, tools, toolChoice, metadata } = params;
  return { model, messages, systemPrompt, maxTokens, temperature, stopSequences, tools, toolChoice, metadata };
}
