import { costOfUsage, type Model } from "@modelpref/router";
import type { Usage } from "../backends/backend.ts";
import { type Asked, mostOutputTokens, worstCost } from "./worst-cost.ts";

/** What is limited: calls of models, tokens of prompts and answers together, and money. */
export const UNITS = ["requests", "tokens", "usd"] as const;

/** One of them. */
export type Unit = (typeof UNITS)[number];

/** How much of each unit, in whole numbers, USD in millionths; undefined where it is not known. */
export type Amounts = Readonly<Record<Unit, number | undefined>>;

/** Millionths of a USD in one. */
export const MICRO = 1e6;

/** A budget of USD in millionths, rounded down, but for what computing with fractions takes away. */
export function microUsd(usd: number): number {
  return Math.floor(usd * MICRO * (1 + 1e-12));
}

/** More than any limit. */
export const MOST = 2e15;

/** The most that a call can come to. */
export function worstCase(model: Model | undefined, asked: Asked): Amounts {
  const tokens = asked.inputTokens + mostOutputTokens(model ?? {}, asked.maxTokens);
  return { requests: 1, tokens: whole(tokens), usd: micro(model && worstCost(model, asked)) };
}

/** What a call came to, as its provider counted. */
export function realAmounts(model: Model | undefined, usage: Usage | undefined): Amounts {
  if (usage === undefined || contradictsItself(usage)) return { requests: 1, tokens: undefined, usd: undefined };
  return {
    requests: 1,
    tokens: whole(usage.inputTokens + usage.outputTokens),
    usd: micro(model && costOfUsage(model, usage)),
  };
}

function micro(usd: number | undefined): number | undefined {
  return usd === undefined ? undefined : whole(usd * MICRO);
}

/** Tokens of the cache are among those of the prompt: where there are more, a price for them would be taken off others. */
function contradictsItself({ inputTokens, cacheReadTokens = 0, cacheWriteTokens = 0 }: Usage): boolean {
  return cacheReadTokens + cacheWriteTokens > inputTokens;
}

/**
 * Rounded up, but for what computing with fractions adds: no budget is passed by many small amounts. What is no number is not
 * known.
 */
function whole(number: number): number | undefined {
  if (Number.isNaN(number)) return undefined;
  return Math.min(MOST, Math.max(0, Math.ceil(number * (1 - 1e-12))));
}
