import type { CallStep } from "../call/call-step.ts";
import type { ObservedSpeeds } from "./observed-speeds.ts";

/** Learns from each answer how fast a model is. */
export function noteSpeed(speeds: ObservedSpeeds): CallStep {
  return async (modelCall, next) => {
    const start = performance.now();
    const completion = await next(modelCall);
    speeds.note(modelCall.choice.id, completion, performance.now() - start);
    return completion;
  };
}
