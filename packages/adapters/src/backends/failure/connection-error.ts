import { BackendError } from "../backend-error.ts";

/** Codes of a connection that never came about. */
const UNCONNECTED: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

const SLOW: ReadonlySet<string> = new Set(["UND_ERR_HEADERS_TIMEOUT", "UND_ERR_BODY_TIMEOUT", "ETIMEDOUT"]);

/**
 * What to throw when a call broke: the signal's reason where it was aborted; else a `BackendError` with the code of
 * the system, such as ECONNREFUSED. The error itself is not kept as a cause: it may hold addresses and headers.
 */
export function connectionError(provider: string, error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason;
  const code = systemCode(error);
  const shown = code === undefined ? "" : ` (${code})`;
  if (code !== undefined && SLOW.has(code))
    return new BackendError("deadline", `${provider} gave no answer in time${shown}.`);
  const isUnsent = code !== undefined && UNCONNECTED.has(code);
  return new BackendError("connection", `The connection to ${provider} failed${shown}.`, { isUnsent });
}

/** The code in an error or its causes; `fetch` hides it under "fetch failed", and several addresses tried under that. */
function systemCode(error: unknown): string | undefined {
  let current = error;
  for (let depth = 0; depth < 5 && typeof current === "object" && current !== null; depth += 1) {
    if ("code" in current && typeof current.code === "string" && /^[A-Z][A-Z0-9_]{2,40}$/.test(current.code)) {
      return current.code;
    }
    current = "cause" in current ? current.cause : undefined;
  }
  return undefined;
}
