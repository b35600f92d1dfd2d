/** Why a request was not answered, to branch on. Travels to the server as `data.reason`. */
export type SamplingErrorReason =
  /** A person, or the function that decides for them, said no. */
  | "refused"
  /** The request breaks a rule of MCP, or a bound of this client. */
  | "invalid-request"
  /** No model of the catalog may serve it. */
  | "no-model"
  /** Every model that was tried failed. */
  | "models-failed"
  /** The provider does not answer such content. */
  | "content-refused"
  /** The provider took the request for wrong. */
  | "rejected"
  /** There was no answer in time. */
  | "deadline"
  /** The server took the request back. */
  | "cancelled"
  /** A limit of the user is reached: of requests, of tokens, or of calls at a time. */
  | "rate-limited"
  /** It could cost more than what is left of the user's budget. */
  | "over-budget"
  /** It stands inside too many other requests, or at the end of too many rounds of tools. */
  | "too-deep"
  /** Something in the client failed. */
  | "internal";

/** JSON-RPC codes (R28): -1 and those of JSON-RPC where MCP names one, else positive ones of our own. */
const CODES: Readonly<Record<SamplingErrorReason, number>> = {
  refused: -1,
  "invalid-request": -32602,
  internal: -32603,
  "no-model": 1,
  "models-failed": 2,
  "content-refused": 3,
  rejected: 4,
  deadline: 5,
  cancelled: 6,
  "rate-limited": 7,
  "over-budget": 8,
  "too-deep": 9,
};

/** One thing that is wrong with a request: where, and what was expected. */
export type RequestProblem = { path: string; message: string };

/** What travels beside the message. Nothing of the prompt, of keys or of the catalog's models. */
export type SamplingErrorData = {
  reason: SamplingErrorReason;
  problems?: readonly RequestProblem[];
  /** What the person who refused wants the server to know. */
  note?: string;
  /** How long to wait before it makes sense to ask again. */
  retryAfterMs?: number;
};

/**
 * A request that gets an error. Both SDKs send `code`, `message` and `data` of an error as they are; so this is a plain
 * one (P8), and needs no SDK.
 */
export class SamplingError extends Error {
  override readonly name = "SamplingError";
  readonly code: number;
  readonly data: SamplingErrorData;

  constructor(
    reason: SamplingErrorReason,
    message: string,
    more: Omit<SamplingErrorData, "reason"> & { cause?: unknown } = {},
  ) {
    const { cause, ...data } = more;
    super(message, cause === undefined ? undefined : { cause });
    this.code = CODES[reason];
    this.data = { reason, ...data };
  }
}

/** The words of MCP for a refusal. */
export const REFUSED = "User rejected sampling request";

/** What a server is told where it asked too often or for too much; not whose limit it is, nor how large. */
export const RATE_LIMITED = "Rate limit of this client reached";
export const OVER_BUDGET = "Budget of this client spent or reserved";
