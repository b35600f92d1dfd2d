import type { Limits } from "../catalog/policy.ts";

/** A name hint of MCP; `name` may be absent (R19). */
export type ModelHint = { name?: string | undefined };

/** MCP's `modelPreferences`: hints in order of preference, priorities 0..1 (R17 to R22). */
export type ModelPreferences = {
  hints?: readonly ModelHint[] | undefined;
  costPriority?: number | undefined;
  speedPriority?: number | undefined;
  intelligencePriority?: number | undefined;
};

/** What a model must be able to do to serve a request. Modalities default to text. */
export type Needs = {
  tools?: boolean | undefined;
  structuredOutput?: boolean | undefined;
  input?: readonly string[] | undefined;
  output?: readonly string[] | undefined;
};

/** Ids of models that cannot be called now, with the reason where there is one. */
export type Unavailable = ReadonlyMap<string, string> | Readonly<Record<string, string>> | Iterable<string>;

/**
 * A request to route. Everything is optional, and nothing makes the router throw: what cannot be read counts
 * as not stated, numbers out of range are clamped, both with a warning.
 */
export type RoutingRequest = {
  modelPreferences?: ModelPreferences | undefined;
  /** Tokens of the prompt; default 1500. */
  inputTokens?: number | undefined;
  /** The most tokens the answer may have. */
  maxTokens?: number | undefined;
  /** Tokens the answer is likely to have; default the smaller of `maxTokens` and 500. */
  expectedOutputTokens?: number | undefined;
  needs?: Needs | undefined;
  limits?: Limits | undefined;
  /** The server that asks, for per-server policy. */
  server?: string | undefined;
  unavailable?: Unavailable | undefined;
};
