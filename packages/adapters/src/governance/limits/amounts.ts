import { costOfUsage, type Model } from "@modelpref/router";
import type { Usage } from "../../backends/backend.ts";

/** What is limited: calls of models, tokens of prompts and answers together, and money. */
export const UNITS = ["requests", "tokens", "usd"] as const;

/** One of them. */
export type Unit = (typeof UNITS)[number];

/** How much of each unit, in whole numbers, USD in millionths; undefined where it is not known. */
export type Amounts = Readonly<Record<Unit, number | undefined>>;

/** Millionths of a USD in one. */
export const MICRO = 1e6;

/** More than any limit. */
export const MOST = 2e15;

/**
 * The most that a call can come to: a prompt of at most `inputTokens`, and an answer of `maxTokens` or of what the model can write
 * at most, at the catalog's dearest: a shorter prompt may fall under a dearer tier, and all of it may be written to the
 * provider's cache, or read from it.
 */
export function worstCase(model: Model | undefined, asked: { inputTokens: number; maxTokens: number }): Amounts {
  const outputTokens = Math.min(asked.maxTokens, model?.limit?.output ?? Number.POSITIVE_INFINITY);
  const steps = (model?.cost?.tiers ?? []).map(({ above }) => above).filter((above) => above < asked.inputTokens);
  const costs = [asked.inputTokens, ...steps].flatMap((inputTokens) => {
    const usage = { inputTokens, outputTokens };
    const ways = [usage, { ...usage, cacheWriteTokens: inputTokens }, { ...usage, cacheReadTokens: inputTokens }];
    return ways.map((way) => usdOf(model, way));
  });
  return { requests: 1, tokens: whole(asked.inputTokens + outputTokens), usd: largest(costs) };
}

/** What a call came to, as its provider counted. */
export function realAmounts(model: Model | undefined, usage: Usage | undefined): Amounts {
  if (usage === undefined) return { requests: 1, tokens: undefined, usd: undefined };
  return { requests: 1, tokens: whole(usage.inputTokens + usage.outputTokens), usd: usdOf(model, usage) };
}

function usdOf(model: Model | undefined, usage: Usage): number | undefined {
  const usd = model && costOfUsage(model, usage);
  return usd === undefined ? undefined : whole(usd * MICRO);
}

function largest(numbers: readonly (number | undefined)[]): number | undefined {
  const known = numbers.filter((number) => number !== undefined);
  return known.length < numbers.length ? undefined : Math.max(...known);
}

/** Rounded up, but for what computing with fractions adds: no budget is passed by many small amounts. */
function whole(number: number): number {
  return Math.min(MOST, Math.max(0, Math.ceil(number * (1 - 1e-12))));
}
