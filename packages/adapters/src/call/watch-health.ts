import { within } from "../handler/time-limit.ts";
import type { WaitForTrial } from "./breaker.ts";
import type { CallStep } from "./call-step.ts";
import { type Health, resting } from "./health.ts";
import { waitBefore } from "./wait-before.ts";

/** Learns from each call whether a model is well, and calls none that rests. */
export function watchHealth(health: Health): CallStep {
  return (modelCall, next) => {
    let waited = modelCall;
    const wait: WaitForTrial = async (end) => {
      waited = (await waitBefore(waited, resting(), (signal) => within(signal, () => end))).modelCall;
    };
    return health.watch(modelCall.choice.id, () => next(waited), wait);
  };
}
