import { fitsGlob } from "@modelpref/router";
import { BackendError } from "../../backends/backend-error.ts";
import type { CallStep } from "../../call/call-step.ts";
import { mayBegin } from "../../call/time-left.ts";
import { waitBefore } from "../../call/wait-before.ts";
import { currentFrame } from "../../frames/frame.ts";
import { PlacesOfModel } from "./places-of-model.ts";

/** How many calls at a time the models have that a glob fits, each by itself. */
export type PlaceRule = { glob: string; size: number };

/**
 * Lets so many calls of a model go on at a time. Waiting is part of the time that a call may take: after that, or where a place
 * comes when too little of it is left, the next model is tried, or the request is late.
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
    const { id } = modelCall.choice;
    const placesOfModel = placesOf(id);
    if (placesOfModel === undefined) return next(modelCall);
    const message = `${id} is not called: too many calls at a time.`;
    const busy = new BackendError("over-limit", message, { isUnsent: true });
    const free = placesOfModel.for(currentFrame());
    const { result: leave, modelCall: placed } = await waitBefore(modelCall, busy, (signal) => free.take(signal));
    if (!mayBegin(placed.shareLeft)) {
      leave();
      throw busy;
    }
    return placesOfModel.lend(leave, () => next(placed));
  };
}
