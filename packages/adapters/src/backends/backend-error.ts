/** Why a call of a model failed, to branch on. */
export type BackendErrorCode =
  /** The provider takes no more calls now (status 429). */
  | "rate-limited"
  /** The provider failed (status 5xx), or is overloaded. */
  | "provider-failed"
  /** The connection failed, or ended early. */
  | "connection"
  /** No answer in time. */
  | "deadline"
  /** The key is missing or not accepted, or its account cannot pay (401, 402, 403). */
  | "unauthorized"
  /** The provider does not know the model (404), or sends the call elsewhere. */
  | "not-found"
  /** The provider refuses this call as it is (other 4xx). */
  | "rejected"
  /** The provider refuses this content. */
  | "content-refused"
  /** The answer is no answer: not JSON, wrong types, too large, a tool that nobody offered. */
  | "malformed"
  /** This back end cannot send such a call, such as audio of a kind the provider does not take. */
  | "unsupported"
  /** The user's own limit of requests, tokens or calls at a time is reached; the provider was not asked. */
  | "over-limit"
  /** It could cost more than what is left of the user's budget; the provider was not asked. */
  | "over-budget"
  /** The model failed so often that it is left alone for a while; the provider was not asked. */
  | "resting";

const NEVER_MADE: ReadonlySet<string | undefined> = new Set<BackendErrorCode>(["over-limit", "over-budget", "resting"]);

/** Whether a code is that of a call which was never made: nobody failed. */
export function isNeverMade(code: string | undefined): boolean {
  return NEVER_MADE.has(code);
}

/** Codes after which another model may answer: the fault is not in the request. */
const RETRYABLE: ReadonlySet<BackendErrorCode> = new Set([
  "rate-limited",
  "provider-failed",
  "connection",
  "deadline",
  "unauthorized",
  "not-found",
  "malformed",
  "unsupported",
  "over-limit",
  "over-budget",
  "resting",
]);

/** A call of a model that failed. Its message names no key and no text of the prompt. */
export class BackendError extends Error {
  override readonly name = "BackendError";
  readonly code: BackendErrorCode;
  /** The HTTP status, where there was one. */
  readonly status: number | undefined;
  /** How long the provider asks to wait, where it does. */
  readonly retryAfterMs: number | undefined;
  /** Whether it is certain that the provider never got the call: then nothing was spent. */
  readonly isUnsent: boolean;

  constructor(
    code: BackendErrorCode,
    message: string,
    more: { status?: number | undefined; retryAfterMs?: number | undefined; isUnsent?: boolean; cause?: unknown } = {},
  ) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause });
    this.code = code;
    this.status = more.status;
    this.retryAfterMs = more.retryAfterMs;
    this.isUnsent = more.isUnsent === true;
  }

  /** Whether another model may be tried: the fault is the provider's or the connection's, not the request's. */
  get isRetryable(): boolean {
    return RETRYABLE.has(this.code);
  }

  /** Whether the call was held back, by a limit of the user or since the model rests: no attempt at an answer was made. */
  get isHeldBack(): boolean {
    return isNeverMade(this.code);
  }
}
