import type { Usage } from "../backends/backend.ts";
import type { BackendErrorCode } from "../backends/backend-error.ts";
import type { SamplingErrorReason } from "./sampling-error.ts";

/** One call of one model. */
export type Attempt = {
  /** The model's id in the catalog. */
  model: string;
  /** How long it took: of an answer the call alone, of a failure all of it. */
  milliseconds: number;
  /** What an answer took besides: waiting for a place, or for company in a batch. */
  waitedMs?: number;
  /** Why it failed, or why the request ended; absent where it answered. */
  error?: BackendErrorCode | SamplingErrorReason;
  /** What failed, in a sentence for people: the provider's host, status and word. No key, and nothing of the prompt. */
  detail?: string;
  /** What a back end of your own threw. May hold anything: not for logs. */
  cause?: unknown;
  /** The name of the model that answered, as the provider gives it, where that is not the name it was asked by. */
  answeredAs?: string;
  /** Until the first token, where the back end saw it come. */
  firstTokenMs?: number;
  /** Tokens it used, those in vain with them; absent where it used none. */
  usage?: Usage;
  /** Whether the answer was given before, or shared with a request in flight: no model was called for it, and it cost 0. */
  cached?: true;
  /** What it cost by the provider's count of tokens and the catalog's prices; absent where either is not known. */
  costUsd?: number;
};

/** What became of a request. */
export type Outcome = {
  /** Why there was no answer; absent where there was one. */
  error?: SamplingErrorReason;
  /** What the server was told with a refusal. */
  note?: string;
  /** What a function of yours threw, where that ended the request. May hold anything: not for logs. */
  cause?: unknown;
  /** The id of the model that answered. */
  model?: string;
  /** From the request's arrival to its end, approvals and all. */
  milliseconds: number;
  attempts: readonly Attempt[];
};
