import type { Catalog, Match, Model, RoutingRequest } from "../../src/index.ts";
import { ratingOf, secondsOf, usdOf } from "./raw-values.ts";
import { fallsShort } from "./reasons.ts";
import { sizeOf } from "./sizes.ts";
import { type PerCriterion, referencesFor, utilityOf, weightedSum } from "./utilities.ts";
import { fallbackFor, weightsFor } from "./weights.ts";
import type { Facts } from "./written-order.ts";

/** A model's raw values for a request. */
export function rawValues(model: Model, request: RoutingRequest): PerCriterion<number | null> {
  const { input, expected } = sizeOf(request);
  return {
    cost: usdOf(model, input, expected),
    speed: secondsOf(model, expected),
    intelligence: ratingOf(model),
  };
}

/** Everything that decides a model's place, computed from catalog and request; only the match is given. */
export function factsFor(model: Model, match: Match | null, { policy }: Catalog, request: RoutingRequest): Facts {
  const { input, expected } = sizeOf(request);
  const raw = rawValues(model, request);
  const reference = referencesFor(input, expected);
  const utilities = {
    cost: utilityOf("cost", raw.cost, reference.cost),
    speed: utilityOf("speed", raw.speed, reference.speed),
    intelligence: utilityOf("intelligence", raw.intelligence, reference.intelligence),
  };
  return {
    id: model.id,
    match,
    outputShortfall: fallsShort(model, request),
    score: weightedSum(weightsFor(policy, request), utilities),
    base: weightedSum(fallbackFor(policy, request), utilities),
    raw,
  };
}
