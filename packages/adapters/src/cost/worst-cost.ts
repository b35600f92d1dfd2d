import { costOfUsage, type Model } from "@modelpref/router";

/** A prompt of at most so many tokens, and an answer of at most so many. */
export type Asked = { inputTokens: number; maxTokens: number };

/** The most tokens that a model's answer can have: what it was asked for, or what it can write. */
export function mostOutputTokens({ limit }: Pick<Model, "limit">, maxTokens: number): number {
  const most = limit?.output ?? maxTokens;
  return most >= 0 ? Math.min(maxTokens, most) : maxTokens;
}

/**
 * The most that a call can cost in USD, at the catalog's dearest: a shorter prompt may fall under a dearer tier, and all of it
 * may be written to the provider's cache, or read from it. Undefined where a price is not known.
 */
export function worstCost(model: Model, { inputTokens, maxTokens }: Asked): number | undefined {
  const outputTokens = mostOutputTokens(model, maxTokens);
  const steps = (model.cost?.tiers ?? []).map(({ above }) => above).filter((above) => above < inputTokens);
  const costs = [inputTokens, ...steps].flatMap((inputTokens) => {
    const usage = { inputTokens, outputTokens };
    const ways = [usage, { ...usage, cacheWriteTokens: inputTokens }, { ...usage, cacheReadTokens: inputTokens }];
    return ways.map((way) => costOfUsage(model, way));
  });
  return largest(costs);
}

function largest(numbers: readonly (number | undefined)[]): number | undefined {
  const known = numbers.filter((number) => number !== undefined);
  return known.length < numbers.length ? undefined : Math.max(...known);
}
