/** What became of the question whether a request, or an answer, may pass. */
export type ApprovalOutcome = "allowed" | "edited" | "refused" | "unanswered" | "cancelled" | "failed";

/**
 * Something that happened to a request on its way. Whoever does it notes it in the request's lifetime, whoever watches
 * (telemetry, the log) reads it at the end: neither knows the other. Nothing in it comes from the server.
 */
export type SamplingEvent =
  /** Somebody was asked; `milliseconds` is how long they took. */
  | { kind: "approval"; stage: "request" | "answer"; outcome: ApprovalOutcome; milliseconds: number }
  /** The cache was asked: the answer was there, was on its way for another request, or was not. */
  | { kind: "cache"; result: "hit" | "joined" | "miss" }
  /** How deep the request stands inside others: 1 inside none. */
  | { kind: "nested"; depth: number };
