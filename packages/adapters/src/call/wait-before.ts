import type { BackendError } from "../backends/backend-error.ts";
import { limitTime } from "../handler/time-limit.ts";
import type { ModelCall } from "./call-step.ts";

/**
 * Waits for something before a call is made, at most as long as the call may take. Gives what it waited for, and the call with
 * the time that is left to it. @throws why it waits, where that took too long | the reason of the call's signal
 */
export async function waitBefore<Result>(
  modelCall: ModelCall,
  why: BackendError,
  wait: (signal: AbortSignal) => Promise<Result>,
): Promise<{ result: Result; modelCall: ModelCall }> {
  const { signal, milliseconds, hold } = modelCall;
  const start = performance.now();
  const patience = limitTime(milliseconds, () => why, { signal, reason: () => signal.reason });
  hold?.(why);
  try {
    const result = await wait(patience.signal);
    const left = milliseconds === undefined ? undefined : milliseconds - (performance.now() - start);
    return { result, modelCall: { ...modelCall, milliseconds: left } };
  } finally {
    patience.free();
    hold?.(undefined);
  }
}
