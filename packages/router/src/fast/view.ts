// What all requests have in common that are of one size, under one policy and limits: who can serve them, and what the
// criteria say of each, as whole numbers in flat arrays. Only hints and weights differ between such requests.
import type { Entry } from "../catalog/entry.ts";
import { assess } from "../criteria/assess.ts";
import type { RequestSize } from "../criteria/criterion.ts";
import type { EffectivePolicy } from "../explain/explanation.ts";
import { fallbackWeights, type Weights } from "../policy/weigh.ts";
import { compareWithinScore } from "../rank.ts";
import { BoundedCache } from "./bounded-cache.ts";
import type { GroupHeads } from "./group-heads.ts";
import { findSkyline } from "./skyline.ts";

/** The models that can serve requests of one kind, at positions in the order of the tie-break: an earlier one wins it. */
export type View = {
  policy: EffectivePolicy;
  entries: readonly Entry[];
  /** Utilities in whole millionths, by position. */
  cost: Int32Array;
  speed: Int32Array;
  intelligence: Int32Array;
  /** The tie-break's score in units of 1e-9. */
  base: Float64Array;
  /** 1 where the model cannot give all of `maxTokens`. */
  shortfall: Uint8Array;
  /** The models that can win where no hint finds any: those that give all of `maxTokens`, else the others. */
  unhinted: Int32Array;
  /** For each hint the models that can win among those it finds. */
  heads: BoundedCache<GroupHeads>;
};

const NO_WEIGHTS: Weights = { cost: 0, speed: 0, intelligence: 0 };
const BYTES_OF_HEADS = 5e5;

/** Judges all models that can serve requests of one kind. */
export function createView(
  able: readonly Entry[],
  size: RequestSize,
  policy: EffectivePolicy,
  fallsShort: (entry: Entry) => boolean,
): View {
  const fallback = fallbackWeights(policy);
  const judged = able
    .map((entry) => ({ entry, assessment: assess(entry, size, NO_WEIGHTS, fallback) }))
    .sort(compareWithinScore);
  const view: View = {
    policy,
    entries: judged.map(({ entry }) => entry),
    cost: Int32Array.from(judged.map(({ assessment }) => assessment.cost.utility)),
    speed: Int32Array.from(judged.map(({ assessment }) => assessment.speed.utility)),
    intelligence: Int32Array.from(judged.map(({ assessment }) => assessment.intelligence.utility)),
    base: Float64Array.from(judged.map(({ assessment }) => assessment.base)),
    shortfall: Uint8Array.from(judged.map(({ entry }) => (fallsShort(entry) ? 1 : 0))),
    unhinted: new Int32Array(),
    heads: new BoundedCache(BYTES_OF_HEADS),
  };
  const least = view.shortfall.includes(0) ? 0 : 1;
  const positions = judged.flatMap((_, position) => (view.shortfall[position] === least ? [position] : []));
  view.unhinted = findSkyline(positions, view);
  return view;
}

/** About how many bytes a view takes, heads included. */
export function bytesOf(view: View): number {
  return view.entries.length * 30 + BYTES_OF_HEADS + 500;
}
