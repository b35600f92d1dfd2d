import { BackendError } from "../backends/backend-error.ts";
import { codeOfStatus } from "../backends/failure/status-error.ts";
import { SamplingError } from "../handler/sampling-error.ts";
import { isObject } from "../measure/json.ts";
import { type Failures, OutOfModels } from "./out-of-models.ts";

/**
 * Any error of a back end as a `BackendError`. Errors of vendors' libraries carry a `status`; of what else a function of
 * the user throws it is only known that the model did not answer.
 */
export function toBackendError(error: unknown): BackendError {
  if (error instanceof BackendError) return error;
  const status = typeof error === "object" && error !== null && "status" in error ? error.status : undefined;
  if (typeof status !== "number") return new BackendError("provider-failed", "The back end failed.", { cause: error });
  return new BackendError(codeOfStatus(status), "The back end failed.", { status, cause: error });
}

/**
 * The error of a back end that asked a handler in turn, itself or by way of a tool, where that went too deep: then no other
 * model will help. Undefined for other errors.
 */
export function tooDeep(error: unknown): SamplingError | undefined {
  if (error instanceof SamplingError) return error.data.reason === "too-deep" ? error : undefined;
  const data = isObject(error) && isObject(error["data"]) ? error["data"] : {};
  return data["reason"] === "too-deep" ? new SamplingError("too-deep", "Too deep", { cause: error }) : undefined;
}

/** Whether a limit of the user held a call back: of this model, or, where the request ends, of all. */
export function isHeldBack(error: unknown): boolean {
  const failure = error instanceof SamplingError ? error.cause : error;
  return failure instanceof BackendError && failure.isHeldBack;
}

/** What a server is told after the last failure. Nothing of the provider's words: they may name keys or prompts. */
export function toSamplingError(failures: Failures): SamplingError {
  const last = [...failures.values()].at(-1);
  if (last?.code === "content-refused")
    return new SamplingError("content-refused", "The model's provider refused this content");
  if (last?.code === "rejected") return new SamplingError("rejected", "The model's provider refused this request");
  return new OutOfModels(failures);
}
