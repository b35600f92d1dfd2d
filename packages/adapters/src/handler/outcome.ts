import type { Usage } from "../backends/backend.ts";
import type { BackendErrorCode } from "../backends/backend-error.ts";
import type { SamplingErrorReason } from "./sampling-error.ts";

/** One call of one model. */
export type Attempt = {
  /** The model's id in the catalog. */
  model: string;
  milliseconds: number;
  /** Why it failed; absent where it answered. */
  error?: BackendErrorCode | "cancelled";
  usage?: Usage;
  /** What it cost by the provider's count of tokens and the catalog's prices; absent where either is not known. */
  costUsd?: number;
};

/** What became of a request. */
export type Outcome = {
  /** Why there was no answer; absent where there was one. */
  error?: SamplingErrorReason;
  /** The id of the model that answered. */
  model?: string;
  /** From the request's arrival to its end, approvals and all. */
  milliseconds: number;
  attempts: readonly Attempt[];
};
