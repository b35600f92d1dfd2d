import type { CallStep } from "./call-step.ts";
import type { Health } from "./health.ts";

/** Learns from each call whether a model is well, and calls none that rests. */
export function watchHealth(health: Health): CallStep {
  return (modelCall, next) => health.watch(modelCall.choice.id, () => next(modelCall), modelCall.signal);
}
