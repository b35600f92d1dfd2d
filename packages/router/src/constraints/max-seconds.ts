// Excluded when the expected time is longer than the limit; an unknown speed excludes.
import { secondsOf } from "../criteria/speed.ts";
import type { Constraint } from "./constraint.ts";

/** The answer must be expected in time. */
export const maxSeconds: Constraint = (model, { limits, expectedOutputTokens }) => {
  const limit = limits.max_seconds;
  if (limit === undefined) return undefined;
  const { raw } = secondsOf(model, expectedOutputTokens);
  if (raw !== null && raw <= limit) return undefined;
  const message =
    raw === null ? `speed unknown, and the limit is ${limit} s` : `takes about ${raw} s, and the limit is ${limit} s`;
  return { code: "max-seconds", needed: limit, has: raw, message };
};
