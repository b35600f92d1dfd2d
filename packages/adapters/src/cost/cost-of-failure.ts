import { BackendError, type BackendErrorCode } from "../backends/backend-error.ts";

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

/** Statuses of gateways that waited for a provider, or lost it: what it did is not known. */
const OF_GATEWAYS: ReadonlySet<number> = new Set([408, 499, 502, 504, 520, 524]);

/** What a provider has to read a prompt for before it refuses it; Azure may charge for that. */
const READ: ReadonlySet<BackendErrorCode> = new Set(["content-refused", "unsupported"]);

/**
 * Whether a call that failed certainly cost nothing: the provider never got it, or answered it with an error's status. Not so one
 * that was late, broken off, taken back or answered with nonsense: the model may have worked for it.
 */
export function costsNothing(error: unknown): boolean {
  if (!(error instanceof BackendError)) return false;
  const { code, status, isUnsent } = error;
  if (isUnsent || status === undefined) return isUnsent || BEFORE.has(code);
  return (BEFORE.has(code) || status >= 400) && !OF_GATEWAYS.has(status) && !READ.has(code);
}
