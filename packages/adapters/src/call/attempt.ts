import { type Choice, costOfUsage, type Model } from "@modelpref/router";
import type { Backend, Call, Completion } from "../backends/backend.ts";
import { BackendError } from "../backends/backend-error.ts";
import type { Exchange } from "../handler/exchange.ts";
import type { Attempt } from "../handler/outcome.ts";
import { SamplingError } from "../handler/sampling-error.ts";
import { limitTime, within } from "../handler/time-limit.ts";
import type { SamplingParams } from "../protocol/sampling.ts";
import { checkCompletion } from "./check-completion.ts";
import { toBackendError } from "./failure.ts";

/** A model to call, by which back end, and how long it may take; undefined where only the deadline ends it. */
export type Trial = { choice: Choice; backend: Backend; milliseconds: number | undefined };

/**
 * Calls one model and checks its answer. @throws BackendError where the model failed, SamplingError where the server took
 * the request back
 */
export async function attempt(
  { params, lifetime: { signal } }: Exchange,
  { choice, backend, milliseconds }: Trial,
): Promise<Completion> {
  const late = (): Error => new BackendError("deadline", "no answer in time");
  const limit = limitTime(milliseconds, late, { signal, reason: () => (isCancelled(signal) ? signal.reason : late()) });
  try {
    const call = callFor(choice, params);
    const completion = await within(limit.signal, () => backend.complete(call, { signal: limit.signal }));
    return checkCompletion(completion, { model: choice.model, params });
  } catch (error) {
    if (limit.signal.aborted) throw limit.signal.reason;
    throw toBackendError(error);
  } finally {
    limit.free();
  }
}

function isCancelled({ reason }: AbortSignal): boolean {
  return reason instanceof SamplingError && reason.data.reason === "cancelled";
}

/** The request as one call of a model. A hint never gets into it (R33): the name is the catalog's. */
function callFor({ model }: Choice, params: SamplingParams): Call {
  const { messages, systemPrompt, maxTokens, temperature, stopSequences, tools, toolChoice, metadata } = params;
  return { model, messages, systemPrompt, maxTokens, temperature, stopSequences, tools, toolChoice, metadata };
}

/** A call as it is told afterwards. */
export function toAttempt(
  id: string,
  milliseconds: number,
  end: { completion: Completion; model: Model | undefined } | { error: Attempt["error"] & string },
): Attempt {
  if ("error" in end) return { model: id, milliseconds, error: end.error };
  const { usage } = end.completion;
  const cost = usage && end.model && costOfUsage(end.model, usage);
  return { model: id, milliseconds, ...(usage && { usage }), ...(cost === undefined ? {} : { costUsd: cost }) };
}
