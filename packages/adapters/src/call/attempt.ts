import type { Choice } from "@modelpref/router";
import type { Call } from "../backends/backend.ts";
import { within } from "../handler/time-limit.ts";
import type { SamplingParams } from "../protocol/sampling.ts";
import type { CallStep } from "./call-step.ts";
import { checkCompletion } from "./check-completion.ts";
import { toBackendError, tooDeep } from "./failure.ts";
import { limitCall } from "./limit-call.ts";

/** The last step: calls the model, within its time, and checks the answer. */
export const attempt: CallStep = async (modelCall) => {
  const { choice, backend, call } = modelCall;
  const { params } = modelCall.exchange;
  const limit = limitCall(modelCall);
  const start = performance.now();
  try {
    const completion = await within(limit.signal, () => backend.complete(call, { signal: limit.signal }));
    const milliseconds = performance.now() - start;
    return { ...checkCompletion(completion, { model: choice.model, params }), milliseconds };
  } catch (error) {
    if (limit.signal.aborted) throw limit.signal.reason;
    throw tooDeep(error) ?? toBackendError(error);
  } finally {
    limit.free();
  }
};

/** The request as one call of a model. A hint never gets into it (R33): the name is the catalog's. */
export function callFor({ model }: Choice, params: SamplingParams): Call {
  const { messages, systemPrompt, maxTokens, temperature, stopSequences, tools, toolChoice, metadata } = params;
  return { model, messages, systemPrompt, maxTokens, temperature, stopSequences, tools, toolChoice, metadata };
}
