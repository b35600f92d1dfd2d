import { fitsGlob } from "@modelpref/router";
import { BackendError } from "../../backends/backend-error.ts";
import type { CallStep, ModelCall } from "../../call/call-step.ts";
import { limitTime } from "../../handler/time-limit.ts";
import { currentFrame } from "../frame.ts";
import type { Places } from "./places.ts";
import { PlacesOfModel } from "./places-of-model.ts";

/** How many calls at a time the models have that a glob fits, each by itself. */
export type PlaceRule = { glob: string; size: number };

/**
 * Lets so many calls of a model go on at a time. Waiting is part of the time that a call may take: after that the next model
 * is tried, or the request is late.
 */
export function takePlace(rules: readonly PlaceRule[]): CallStep {
  const places = new Map<string, PlacesOfModel>();
  const placesOf = (id: string): PlacesOfModel | undefined => {
    const sizes = rules.filter(({ glob }) => fitsGlob(id, glob)).map(({ size }) => size);
    if (sizes.length === 0) return undefined;
    const known = places.get(id) ?? new PlacesOfModel(Math.min(...sizes));
    places.set(id, known);
    return known;
  };
  return async (modelCall, next) => {
    const placesOfModel = placesOf(modelCall.choice.id);
    if (placesOfModel === undefined) return next(modelCall);
    const start = performance.now();
    const leave = await waitFor(placesOfModel.for(currentFrame()), modelCall);
    const { milliseconds } = modelCall;
    const left = milliseconds === undefined ? undefined : milliseconds - (performance.now() - start);
    return placesOfModel.lend(leave, () => next({ ...modelCall, milliseconds: left }));
  };
}

/** Waits as long as the call may take. */
async function waitFor(places: Places, modelCall: ModelCall): Promise<() => void> {
  const { choice, signal, milliseconds, hold } = modelCall;
  const message = `${choice.id} is not called: too many calls at a time.`;
  const busy = new BackendError("over-limit", message, { isUnsent: true });
  const patience = limitTime(milliseconds, () => busy, { signal, reason: () => signal.reason });
  hold?.(busy);
  try {
    return await places.take(patience.signal);
  } finally {
    patience.free();
    hold?.(undefined);
  }
}
