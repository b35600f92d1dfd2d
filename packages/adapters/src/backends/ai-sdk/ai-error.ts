import { isObject, type JsonObject, textOf } from "../../measure/json.ts";
import { BackendError, type BackendErrorCode } from "../backend-error.ts";
import { connectionError } from "../failure/connection-error.ts";
import { providerFaultOfText } from "../failure/provider-fault.ts";
import { retryAfterMs } from "../failure/retry-after.ts";
import { statusError } from "../failure/status-error.ts";

/** The AI SDK's own errors by name: a name holds across versions and copies of the package, a class does not. */
const BY_NAME: ReadonlyMap<string, BackendErrorCode> = new Map([
  ["AI_EmptyResponseBodyError", "malformed"],
  ["AI_InvalidResponseDataError", "malformed"],
  ["AI_InvalidToolInputError", "malformed"],
  ["AI_JSONParseError", "malformed"],
  ["AI_NoContentGeneratedError", "malformed"],
  ["AI_NoOutputGeneratedError", "malformed"],
  ["AI_NoSuchToolError", "malformed"],
  ["AI_ToolChoiceViolationError", "malformed"],
  ["AI_TypeValidationError", "malformed"],
  ["AI_LoadAPIKeyError", "unauthorized"],
  ["AI_LoadSettingError", "unauthorized"],
  ["AI_NoSuchModelError", "not-found"],
  ["AI_UnsupportedFunctionalityError", "unsupported"],
  ["AI_UnsupportedModelVersionError", "unsupported"],
  ["AI_InvalidArgumentError", "rejected"],
  ["AI_InvalidDataContentError", "rejected"],
  ["AI_InvalidMessageRoleError", "rejected"],
  ["AI_InvalidPromptError", "rejected"],
  ["AI_MissingToolResultsError", "rejected"],
]);

/**
 * What to throw for an error of the AI SDK or a provider of it: the signal's reason where the call was aborted, else a
 * `BackendError`. The error itself is not kept as a cause: it holds the prompt and the headers.
 */
export function aiError(provider: string, error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason;
  if (error instanceof BackendError) return error;
  if (!isObject(error)) return new BackendError("provider-failed", `${provider} failed.`);
  const name = textOf(error["name"]);
  const status = error["statusCode"];
  if (typeof status === "number") return statusFailure(provider, status, error, signal);
  if (name === "AI_APICallError" || isObject(error["cause"])) return connectionError(provider, error, signal);
  const code = BY_NAME.get(name) ?? "provider-failed";
  const kind = BY_NAME.has(name) ? ` (${name})` : "";
  return new BackendError(code, `The AI SDK could not call ${provider}${kind}.`);
}

function statusFailure(provider: string, status: number, error: JsonObject, signal: AbortSignal): unknown {
  if (status < 400) return unreadable(provider, error["cause"], signal);
  const fault = providerFaultOfText(textOf(error["responseBody"]).slice(0, 64 * 1024));
  const headers = isObject(error["responseHeaders"]) ? error["responseHeaders"] : {};
  return statusError(
    provider,
    status,
    fault,
    retryAfterMs((name) => textOf(headers[name])),
  );
}

/** The provider took the call. What it answered is not what the SDK looks for, or the connection broke meanwhile. */
function unreadable(provider: string, cause: unknown, signal: AbortSignal): unknown {
  const isBroken = isObject(cause) && !textOf(cause["name"]).startsWith("AI_");
  if (isBroken) return connectionError(provider, cause, signal);
  return new BackendError("malformed", `${provider} gave an answer that is none.`);
}
