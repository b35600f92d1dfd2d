/** What a provider charges in USD per million tokens. Left out means unknown, not zero. */
export type Cost = {
  input?: number | undefined;
  output?: number | undefined;
  cache_read?: number | undefined;
  cache_write?: number | undefined;
  /** The highest tier whose `above` is below the request's input tokens prices the whole request. */
  tiers?: readonly CostTier[] | undefined;
};

/** Prices in force above a number of input tokens; a price left out is the base price. */
export type CostTier = {
  above: number;
  input?: number | undefined;
  output?: number | undefined;
  cache_read?: number | undefined;
  cache_write?: number | undefined;
};

/** Token limits. `input` is set only where a provider caps the prompt below the context window. */
export type Limit = {
  context?: number | undefined;
  input?: number | undefined;
  output?: number | undefined;
};

/** What a price of zero means: unknown (`metered`, the default), nothing at the margin (`subscription`), or nothing at all. */
export type Billing = "metered" | "subscription" | "free" | "local";

/** Where a model is in its life. Retired models are never picked; they tell what an old hint meant. */
export type Status = "alpha" | "beta" | "active" | "deprecated" | "retired";

/** The place of a model in its vendor's line, smallest first. */
export type Tier = "nano" | "small" | "mid" | "large";

/** Our rating of a model, 0..100, and how sure we are of it. */
export type Intelligence = {
  score: number;
  confidence?: "low" | "medium" | "high" | undefined;
  as_of?: string | undefined;
};

/** Output tokens per second, and milliseconds to the first token. */
export type Speed = {
  output_tps?: number | undefined;
  ttft_ms?: number | undefined;
  as_of?: string | undefined;
};

/**
 * One deployment of a model, as the catalog file writes it (design section 8). Only `id` (`provider/model`)
 * is required; what is left out is unknown, which is never the same as zero.
 */
export type Model = {
  id: string;
  /** Default: what stands before the first "/" of the id. */
  provider?: string | undefined;
  /** The name the provider is sent. Default: what stands after the first "/" of the id. */
  model?: string | undefined;
  name?: string | undefined;
  family?: string | undefined;
  tier?: Tier | undefined;
  aliases?: readonly string[] | undefined;
  status?: Status | undefined;
  replaced_by?: string | undefined;
  enabled?: boolean | undefined;
  reasoning?: boolean | undefined;
  tool_call?: boolean | undefined;
  structured_output?: boolean | undefined;
  modalities?: { input?: readonly string[] | undefined; output?: readonly string[] | undefined } | undefined;
  limit?: Limit | undefined;
  billing?: Billing | undefined;
  cost?: Cost | undefined;
  intelligence?: Intelligence | undefined;
  speed?: (Speed & { observed?: true | undefined }) | undefined;
  /** For each fact, the key of its entry in the catalog's `sources`. */
  sources?: Readonly<Record<string, string>> | undefined;
};
