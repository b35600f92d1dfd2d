/** How real values compare with predicted ones: the sums of both, and what real divided by predicted is for each. */
export type Comparison = {
  /** Calls of which both are known, and the prediction was not 0. */
  calls: number;
  predicted: number;
  real: number;
  /** Of the ratios: the tenth, the middle and the ninth of ten. */
  p10: number;
  median: number;
  p90: number;
};

/** How a model fared against what the catalog says of it. What nobody knows is null. */
export type ModelReport = {
  id: string;
  calls: number;
  failed: number;
  cost: Comparison | null;
  seconds: Comparison | null;
  inputTokens: Comparison | null;
  outputTokens: Comparison | null;
  /** Medians of what was measured, and how many calls were long enough to tell. */
  measured: { calls: number; output_tps: number | null; ttft_ms: number | null };
  /** What the catalog of today says; null where it has no such model. */
  catalog: { output_tps: number | null; ttft_ms: number | null } | null;
  /** What the calls cost by the prices when they were logged, and by those of today, where both are known. */
  prices: { logged: number; today: number } | null;
};

/** Predicted against real, of a decision log. */
export type ActualReport = {
  schema: "modelpref-actual/1";
  decisions: number;
  /** Of the first and the last line; null where there is none. */
  from: string | null;
  to: string | null;
  answered: number;
  /** Of the answered: by the pick itself, and from the cache. */
  byPick: number;
  cached: number;
  /** How many were not answered, by reason, most first. */
  errors: { reason: string; count: number }[];
  cost: Comparison | null;
  seconds: Comparison | null;
  /** By calls, most first. */
  models: ModelReport[];
};
