import { BackendError, type BackendErrorCode } from "../../backends/backend-error.ts";

/** Failures before a model began to work. */
const BEFORE: ReadonlySet<BackendErrorCode> = new Set([
  "rate-limited",
  "unauthorized",
  "not-found",
  "rejected",
  "unsupported",
  "over-limit",
  "over-budget",
]);

/**
 * Whether a call that failed certainly cost nothing: the provider never got it, or answered it with an error's status. Not so one
 * that was late, broken off, taken back or answered with nonsense: the model may have worked for it.
 */
export function costsNothing(error: unknown): boolean {
  if (!(error instanceof BackendError)) return false;
  return error.isUnsent || BEFORE.has(error.code) || (error.status ?? 0) >= 400;
}
