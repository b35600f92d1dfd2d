import type { TokenUsage } from "@modelpref/router";
import { z } from "zod";

/** One call of a model, as far as predicted and real are compared. */
export type LoggedAttempt = {
  model: string;
  predicted?: { usd?: number | null | undefined; seconds?: number | null | undefined } | undefined;
  milliseconds: number;
  error?: string | undefined;
  usage?: TokenUsage | undefined;
  costUsd?: number | undefined;
  cached?: boolean | undefined;
  firstTokenMs?: number | undefined;
};

/** A line of a decision log, as far as that is needed. */
export type Entry = {
  schema: "modelpref-decision/1";
  time: string;
  request?: { inputTokens: number; expectedOutputTokens: number } | undefined;
  pick?: string | null | undefined;
  outcome: { model?: string | undefined; error?: string | undefined; attempts: LoggedAttempt[] };
};

const amount: z.ZodType<number> = z.number().nonnegative();

const usage: z.ZodType<TokenUsage> = z.object({
  inputTokens: amount,
  outputTokens: amount,
  cacheReadTokens: amount.optional(),
  cacheWriteTokens: amount.optional(),
});

const attempt: z.ZodType<LoggedAttempt> = z.object({
  model: z.string(),
  predicted: z.object({ usd: amount.nullish(), seconds: amount.nullish() }).optional(),
  milliseconds: amount,
  error: z.string().optional(),
  usage: usage.optional(),
  costUsd: amount.optional(),
  cached: z.boolean().optional(),
  firstTokenMs: amount.optional(),
});

const entry: z.ZodType<Entry> = z.object({
  schema: z.literal("modelpref-decision/1"),
  time: z.iso.datetime(),
  request: z.object({ inputTokens: amount, expectedOutputTokens: amount }).optional(),
  pick: z.string().nullish(),
  outcome: z.object({ model: z.string().optional(), error: z.string().optional(), attempts: z.array(attempt) }),
});

/** Reads a parsed line; undefined where it is none of a decision log. */
export function readEntry(value: unknown): Entry | undefined {
  const read = entry.safeParse(value);
  return read.success ? read.data : undefined;
}
