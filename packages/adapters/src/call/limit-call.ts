import { BackendError } from "../backends/backend-error.ts";
import { SamplingError } from "../handler/sampling-error.ts";
import { limitTime, type TimeLimit } from "../handler/time-limit.ts";
import type { ModelCall } from "./call-step.ts";

/**
 * The signal that ends the call of a model: when its time is up, or its request's is, that is the model's failure; when the
 * server takes the request back, it is not.
 */
export function limitCall({ signal, milliseconds }: Pick<ModelCall, "signal" | "milliseconds">): TimeLimit {
  const late = (): Error => new BackendError("deadline", "no answer in time");
  return limitTime(milliseconds, late, { signal, reason: () => (isCancelled(signal) ? signal.reason : late()) });
}

function isCancelled({ reason }: AbortSignal): boolean {
  return reason instanceof SamplingError && reason.data.reason === "cancelled";
}
