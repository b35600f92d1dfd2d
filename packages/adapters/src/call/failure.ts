import { BackendError } from "../backends/backend-error.ts";
import { codeOfStatus } from "../backends/failure/status-error.ts";
import { SamplingError } from "../handler/sampling-error.ts";

/**
 * Any error of a back end as a `BackendError`. Errors of vendors' libraries carry a `status`; of what else a function of
 * the user throws it is only known that the model did not answer.
 */
export function toBackendError(error: unknown): BackendError {
  if (error instanceof BackendError) return error;
  const status = typeof error === "object" && error !== null && "status" in error ? error.status : undefined;
  const code = typeof status === "number" ? codeOfStatus(status) : "provider-failed";
  return new BackendError(code, "The back end failed.", { cause: error });
}

/** What a server is told after the last failure. Nothing of the provider's words: they may name keys or prompts. */
export function toSamplingError(failures: readonly BackendError[]): SamplingError {
  const last = failures.at(-1);
  if (last?.code === "content-refused")
    return new SamplingError("content-refused", "The model's provider refused this content");
  if (last?.code === "rejected") return new SamplingError("rejected", "The model's provider refused this request");
  const waits = failures.flatMap(({ retryAfterMs }) => retryAfterMs ?? []);
  const retryAfterMs = waits.length > 0 ? { retryAfterMs: Math.min(...waits) } : {};
  return new SamplingError("models-failed", `No model answered; ${failures.length} tried`, retryAfterMs);
}
