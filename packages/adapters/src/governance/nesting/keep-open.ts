import type { Backend } from "../../backends/backend.ts";
import type { CallStep } from "../../call/call-step.ts";
import { currentFrame } from "../../frames/frame.ts";

/** A back end that does not listen to the signal still works for a request that has ended: what it asks is inside that one. */
export const keepOpen: CallStep = (modelCall, next) => {
  const frame = currentFrame();
  if (frame === undefined) return next(modelCall);
  const { backend } = modelCall;
  const complete: Backend["complete"] = (...call) => frame.run(() => backend.complete(...call));
  return next({ ...modelCall, backend: { address: backend.address, complete } });
};
