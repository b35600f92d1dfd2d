import fc from "fast-check";
import type { Model, RoutingRequest } from "../../src/index.ts";
import { catalog } from "../arbitraries/catalogs.ts";
import { request } from "../arbitraries/requests.ts";
import { usdOf } from "../oracles/raw-values.ts";
import { sizeOf } from "../oracles/sizes.ts";
import { property } from "../property.ts";
import { expectNoWorseRank } from "./ranks.ts";

const factor = fc.oneof(fc.constantFrom(0, 0.5, 0.9, 1), fc.double({ min: 0, max: 1, noNaN: true }));

/** How much better a model gets: factors for what should fall, and for the gap to the top of what should rise. */
const gain = fc.record({ input: factor, output: factor, pace: factor, start: factor, score: factor });
type Gain = { input: number; output: number; pace: number; start: number; score: number };

const lower = (value: number | undefined, factor: number): number | undefined => value && value * factor;

/** The same as the first or higher, at most `most`. */
function higher(value: number | undefined, factor: number, most: number): number | undefined {
  return value && Math.min(most, Math.max(value, value / factor));
}

function withBetterPrice({ cost, ...model }: Model, { input, output }: Gain): Model {
  if (cost === undefined) return model;
  const tiers = cost.tiers?.map((tier) => ({
    ...tier,
    input: lower(tier.input, input),
    output: lower(tier.output, output),
  }));
  return { ...model, cost: { input: lower(cost.input, input), output: lower(cost.output, output), tiers } };
}

function withBetterSpeed({ speed, ...model }: Model, { pace, start }: Gain): Model {
  if (speed === undefined) return model;
  return {
    ...model,
    speed: { output_tps: higher(speed.output_tps, pace, 1e9), ttft_ms: lower(speed.ttft_ms, start) },
  };
}

function withBetterRating({ intelligence, ...model }: Model, { score }: Gain): Model {
  if (intelligence === undefined) return model;
  return { ...model, intelligence: { score: Math.max(intelligence.score, 100 - (100 - intelligence.score) * score) } };
}

/** Whether a model's price is known; a metered price that falls to nothing is not. */
function hasKnownPrice(model: Model, request: RoutingRequest): boolean {
  const { input, expected } = sizeOf(request);
  return usdOf(model, input, expected) !== null;
}

property(
  "invariant 6, own attributes: a better price, known before and after, never worsens the model's rank",
  [catalog(), request, fc.nat(200), gain],
  (createRouter, catalog, request, at, gain) => {
    const before = catalog.models[at % catalog.models.length];
    if (before === undefined) return;
    const after = withBetterPrice(before, gain);
    if (!hasKnownPrice(before, request) || !hasKnownPrice(after, request)) return;
    expectNoWorseRank(createRouter, catalog, request, before, after);
  },
);

property(
  "invariant 6, own attributes: better speed and intelligence never worsen the model's rank",
  [catalog(), request, fc.nat(200), gain],
  (createRouter, catalog, request, at, gain) => {
    const before = catalog.models[at % catalog.models.length];
    if (before === undefined) return;
    expectNoWorseRank(createRouter, catalog, request, before, withBetterSpeed(before, gain));
    expectNoWorseRank(createRouter, catalog, request, before, withBetterRating(before, gain));
  },
);
