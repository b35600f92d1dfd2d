import { BackendError } from "../backends/backend-error.ts";
import { SamplingError } from "../handler/sampling-error.ts";
import { limitTime, type TimeLimit } from "../handler/time-limit.ts";
import type { ModelCall } from "./call-step.ts";
import { hadFairTime } from "./time-left.ts";

/** No answer in time, where waiting had used up most of the time before the model was called: that is no fault of the model. */
export class CutShort extends BackendError {
  constructor() {
    super("deadline", "no answer in what waiting had left of the time");
  }
}

/**
 * The signal that ends the call of a model: when its time is up, or its request's is, that is the model's failure, if it had
 * a fair time; when the server takes the request back, it is not.
 */
export function limitCall({
  signal,
  milliseconds,
  shareLeft,
}: Pick<ModelCall, "signal" | "milliseconds" | "shareLeft">): TimeLimit {
  const start = performance.now();
  const late = (): Error =>
    hadFairTime(shareLeft, start) ? new BackendError("deadline", "no answer in time") : new CutShort();
  return limitTime(milliseconds, late, { signal, reason: () => (isCancelled(signal) ? signal.reason : late()) });
}

function isCancelled({ reason }: AbortSignal): boolean {
  return reason instanceof SamplingError && reason.data.reason === "cancelled";
}
