import type { Explanation } from "@modelpref/router";
import { sameGroup } from "@modelpref/router/words";

/** Why no single weight changes the pick; empty where one does. */
export function noChangeText({ ranked: [pick, ...others], whatIf }: Explanation): string {
  if (whatIf.length > 0) return "";
  if (pick === undefined) return "No weight: another need, limit or catalog. See what is excluded, and why.";
  if (others.length === 0) return "No weight: no other model can serve the request.";
  return others.some((other) => sameGroup(pick, other))
    ? "No single weight, whatever its value from 0 to 1."
    : "No weight: only this model is found so well. Another hint, need or limit would.";
}
