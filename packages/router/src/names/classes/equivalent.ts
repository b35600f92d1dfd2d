// Class 8: other family, same tier: claude-3-sonnet -> gemini-3.1-pro. Class 9, adjacent: other family, next tier up or
// down: claude-3-sonnet -> gpt-5-mini. R20 lets a client map a hint to another provider's model that fills its place.
import type { Tier } from "../../catalog/model.ts";
import type { Hint } from "../hint.ts";
import type { NamedModel } from "../named-model.ts";

const TIERS: readonly Tier[] = ["nano", "small", "mid", "large"];

/** How many tiers lie between what the hint denotes and the model; undefined where either tier is unknown. */
export function tierDistance(hint: Hint, model: NamedModel): number | undefined {
  if (hint.tier === undefined || model.tier === undefined) return undefined;
  return Math.abs(TIERS.indexOf(hint.tier) - TIERS.indexOf(model.tier));
}
