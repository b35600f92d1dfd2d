// The public names of @modelpref/router, listed by hand.
export type { Catalog, Family } from "./catalog/catalog.ts";
export { CatalogError } from "./catalog/catalog-error.ts";
export type { Billing, Cost, CostTier, Intelligence, Limit, Model, Speed, Status, Tier } from "./catalog/model.ts";
export type {
  CriterionName,
  Equivalence,
  Limits,
  Matching,
  PartialWeights,
  Policy,
  ServerPolicy,
} from "./catalog/policy.ts";
export { costOfUsage, type TokenUsage } from "./criteria/cost-of-usage.ts";
export type {
  CriterionExplanation,
  EffectiveLimits,
  EffectivePolicy,
  ExcludedModel,
  Explanation,
  Match,
  MatchClass,
  RankedModel,
  Reason,
  ReasonCode,
  ReasonValue,
  UnderstoodRequest,
  Warning,
  WarningCode,
  WhatIf,
} from "./explain/explanation.ts";
export { describeNoPick } from "./explain/no-pick.ts";
export { createRouter } from "./fast/fast-router.ts";
export { createPlainRouter } from "./plain-router.ts";
export { fitsGlob } from "./policy/glob.ts";
export type { ModelHint, ModelPreferences, Needs, RoutingRequest, Unavailable } from "./request/request.ts";
export type { Choice, Router } from "./router.ts";
export { describePick } from "./words/describe-pick.ts";
