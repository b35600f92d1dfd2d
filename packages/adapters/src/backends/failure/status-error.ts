import { BackendError, type BackendErrorCode } from "../backend-error.ts";
import type { ProviderFault } from "./provider-fault.ts";

const BY_STATUS: ReadonlyMap<number, BackendErrorCode> = new Map([
  [401, "unauthorized"],
  [402, "unauthorized"],
  [403, "unauthorized"],
  [404, "not-found"],
  [408, "provider-failed"],
  [429, "rate-limited"],
]);

/** Words that say more than the status they come with. */
const BY_WORD: ReadonlyMap<string, BackendErrorCode> = new Map([
  ["content_filter", "content-refused"],
  ["content_policy_violation", "content-refused"],
  ["model_not_found", "not-found"],
  ["invalid_api_key", "unauthorized"],
  // Tokens are estimated: another model may have the room.
  ["context_length_exceeded", "unsupported"],
]);

const SENTENCES: Record<BackendErrorCode, string> = {
  "rate-limited": "takes no more calls now",
  "provider-failed": "failed",
  connection: "cannot be reached",
  deadline: "gave no answer in time",
  unauthorized: "does not accept the key, or its account cannot pay",
  "not-found": "knows no such model, or not at this address",
  rejected: "refuses the call as it is",
  "content-refused": "refuses this content",
  malformed: "gave an answer that is none",
  unsupported: "cannot be sent such a call",
  resting: "rests, since it failed too often",
  "over-limit": "is asked no more than its limit allows",
  "over-budget": "is asked no more than the budget allows",
};

/**
 * The error of an answer with a status other than success. Of the body only the provider's own word for the fault is
 * shown: its sentence may repeat the prompt, or the key.
 */
export function statusError(
  provider: string,
  status: number,
  fault: ProviderFault,
  retryAfterMs: number | undefined,
): BackendError {
  const code = codeOf(status, fault);
  const word = fault.word === undefined ? "" : `, ${fault.word}`;
  return new BackendError(code, `${provider} ${SENTENCES[code]} (status ${status}${word}).`, { status, retryAfterMs });
}

function codeOf(status: number, { word = "", sentence }: ProviderFault): BackendErrorCode {
  const byWord = status < 500 ? BY_WORD.get(word) : undefined;
  if (byWord !== undefined) return byWord;
  // Google and xAI answer a wrong key with 400.
  if (status === 400 && /\bAPI[ _]key\b/i.test(sentence)) return "unauthorized";
  return codeOfStatus(status);
}

/** What a status other than success means by itself. */
export function codeOfStatus(status: number): BackendErrorCode {
  return BY_STATUS.get(status) ?? (status >= 400 && status < 500 ? "rejected" : "provider-failed");
}
