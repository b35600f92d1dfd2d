// t = ttft + n_out / tps seconds; u = 1 / (1 + t / t_ref): the profile's speed is 1/2. Without a known output speed the
// time is unknown; an unknown time to the first token is the profile's, marked assumed.
import type { Entry } from "../catalog/entry.ts";
import type { Criterion, Measurement } from "./criterion.ts";
import { PROFILE } from "./profile.ts";

/** How long the answer takes: the reference is the profile's time for the same tokens. */
export const speed: Criterion = {
  name: "speed",
  unit: "s",
  reference: ({ expectedOutputTokens }) => PROFILE.ttftMs / 1e3 + expectedOutputTokens / PROFILE.outputTps,
  measure: (model, { expectedOutputTokens }) => secondsOf(model, expectedOutputTokens),
  utility: (raw, reference) => 1 / (1 + raw / reference),
};

/** Seconds to finish an answer of this many tokens; a speed of zero, at which it never ends, counts as unknown. */
export function secondsOf({ outputTps, ttftMs }: Entry, outputTokens: number): Measurement {
  const seconds = (ttftMs ?? PROFILE.ttftMs) / 1e3 + outputTokens / (outputTps ?? 0);
  if (!Number.isFinite(seconds)) return { raw: null, assumed: true };
  return { raw: seconds, assumed: ttftMs === undefined };
}
