// Excluded when the worst case costs more than the limit: n_out = maxTokens (else expected), at most limit.output. An
// unknown price excludes: a budget that an unpriced model could break is no budget.
import { costOf } from "../criteria/cost.ts";
import type { Constraint } from "./constraint.ts";

/** The request must not cost more than the limit, whatever the model answers. */
export const maxCost: Constraint = (model, { limits, inputTokens, maxTokens, expectedOutputTokens }) => {
  const limit = limits.max_cost_usd;
  if (limit === undefined) return undefined;
  const outputTokens = Math.min(maxTokens ?? expectedOutputTokens, model.outputLimit ?? Number.POSITIVE_INFINITY);
  const worst = costOf(model, inputTokens, outputTokens);
  if (worst !== undefined && worst <= limit) return undefined;
  const message =
    worst === undefined
      ? `price unknown, and the limit is ${limit} USD`
      : `may cost ${worst} USD, and the limit is ${limit} USD`;
  return { code: "max-cost", needed: limit, has: worst ?? null, message };
};
