import { readPrice } from "../catalog/entry.ts";
import { knownNumber } from "../catalog/known-number.ts";
import type { Model } from "../catalog/model.ts";
import { costOf } from "./cost.ts";

/** Tokens as a provider counted them; those read from and written to its cache are among the input tokens. */
export type TokenUsage = {
  inputTokens: number;
  outputTokens: number;
  cacheReadTokens?: number | undefined;
  cacheWriteTokens?: number | undefined;
};

/**
 * What a call cost in USD, by the prices that ranking goes by (design section 4), with the catalog's prices for cached
 * tokens where it has them. Undefined where a price is not known.
 */
export function costOfUsage(model: Model, usage: TokenUsage): number | undefined {
  const { inputTokens, outputTokens, cacheReadTokens = 0, cacheWriteTokens = 0 } = usage;
  const billing = model.billing ?? "metered";
  const price = readPrice(model);
  const cost = costOf({ billing, price }, inputTokens, outputTokens);
  if (cost === undefined || billing === "subscription") return cost;
  const tier = model.cost?.tiers?.filter(({ above }) => above < inputTokens).sort((a, b) => b.above - a.above)[0];
  const input = tier?.input ?? price.input ?? 0;
  const [read, write] = (["cache_read", "cache_write"] as const).map(
    (key) => knownNumber(tier?.[key]) ?? knownNumber(model.cost?.[key]) ?? input,
  );
  return cost + (cacheReadTokens * ((read ?? input) - input) + cacheWriteTokens * ((write ?? input) - input)) / 1e6;
}
