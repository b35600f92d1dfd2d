import type { CriterionName, Equivalence, Limits, Matching, PartialWeights } from "../catalog/policy.ts";
import type { ModelPreferences } from "../request/request.ts";

/** How well a hint found a model, best first (design section 5). */
export type MatchClass =
  | "exact"
  | "alias"
  | "substring"
  | "reordered"
  | "successor"
  | "variant"
  | "embedded"
  | "typo"
  | "equivalent"
  | "adjacent";

/** The hint that found a model. Passes are tried in order; within a pass the hints in the order sent. */
export type Match = {
  class: MatchClass;
  pass: 0 | 1 | 2;
  /** The hint's place in the list as it was sent. */
  hintIndex: number;
  hint: string;
};

/** Why a model cannot serve a request. */
export type ReasonCode =
  | "context-window"
  | "tools"
  | "structured-output"
  | "input-modality"
  | "output-modality"
  | "max-cost"
  | "max-seconds"
  | "not-allowed"
  | "denied"
  | "retired"
  | "disabled"
  | "unavailable";

/** One broken constraint: what was needed and what the model has (null: unknown). */
export type Reason = {
  code: ReasonCode;
  needed?: ReasonValue;
  has?: ReasonValue;
  message: string;
};

/** A number, a text, a list of texts, or null for what is not known. */
export type ReasonValue = number | string | boolean | null | readonly string[];

/** One criterion of one ranked model. Contributions add up to the score. */
export type CriterionExplanation = {
  /** The value in `unit`; null where it is unknown. */
  raw: number | null;
  unit: "USD" | "s" | "index";
  /** The profile's value for the same request. */
  reference: number;
  /** 0..1, in steps of 1e-6. */
  utility: number;
  /** 0..1, in steps of 1e-3. */
  weight: number;
  contribution: number;
  /** Whether something unknown was assumed: the value itself, or a part of it. */
  assumed: boolean;
  /** Only of a speed that the caller measured itself, in place of the catalog's. */
  observed?: true;
};

/** A model of the ranking with all that decided its place. */
export type RankedModel = {
  rank: number;
  id: string;
  match: Match | null;
  /** Whether the model can answer, but not with all of `maxTokens`. */
  outputShortfall: boolean;
  score: number;
  /** The score under the policy's fallback weights: the tie-break. */
  base: number;
  criteria: Record<CriterionName, CriterionExplanation>;
};

/** A model that cannot serve the request, with every reason. */
export type ExcludedModel = { id: string; reasons: Reason[] };

/** The nearest weight of one criterion at which another model would be picked. */
export type WhatIf = { criterion: CriterionName; from: number; to: number; pick: string };

/** What a warning is about. */
export type WarningCode =
  | "not-a-number"
  | "priority-out-of-range"
  | "tokens-out-of-range"
  | "unreadable"
  | "hint-too-long"
  | "hints-cut"
  | "hint-unmatched"
  | "assumed"
  | "context-unknown";

/** Something the asker should know, which changed nothing else. */
export type Warning = { code: WarningCode; message: string };

/** The policy in force for one request, servers' entries applied. */
export type EffectivePolicy = {
  profile: 1;
  defaults: PartialWeights;
  fallback: Record<CriterionName, number>;
  client: PartialWeights;
  client_share: number;
  matching: Matching;
  equivalence: Equivalence;
  limits: EffectiveLimits;
};

/** Limits of several origins together: the smallest numbers, every allow list, one deny list. */
export type EffectiveLimits = {
  max_cost_usd?: number;
  max_seconds?: number;
  /** A model must fit all of these lists. */
  allow?: (readonly string[])[];
  deny?: readonly string[];
};

/** The request as the router understood it. Explaining it again gives the same explanation. */
export type UnderstoodRequest = {
  modelPreferences: ModelPreferences;
  inputTokens: number;
  expectedOutputTokens: number;
  maxTokens: number | null;
  needs: { tools: boolean; structuredOutput: boolean; input: readonly string[]; output: readonly string[] };
  limits: Limits;
  server: string | null;
};

/**
 * Why a request gets the model it gets (design section 6): plain JSON without prompt text, and a proof, since the
 * contributions add up to the scores and the order can be recomputed from it alone.
 */
export type Explanation = {
  schema: "modelpref-explanation/1";
  catalog: { name: string | null; hash: string | null; models: number; profile: 1 };
  request: UnderstoodRequest;
  policy: EffectivePolicy;
  weights: Record<CriterionName, number>;
  /** The id of the first of the ranking; null where nothing is eligible. */
  pick: string | null;
  ranked: RankedModel[];
  /** How many models were ranked; only where `top` cut the list. */
  rankedTotal?: number;
  excluded: ExcludedModel[];
  whatIf: WhatIf[];
  warnings: Warning[];
};
