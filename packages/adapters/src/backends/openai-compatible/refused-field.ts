import type { JsonObject } from "../../measure/json.ts";
import type { ProviderFault } from "../failure/provider-fault.ts";

/**
 * The body again without the field that the provider refuses, where it can do without: reasoning models take no
 * `temperature` or no `stop`, which a client may leave out (R13), and know `maxTokens` by the other name only.
 * Undefined where the fault is another.
 */
export function withoutRefusedField(body: JsonObject, fault: ProviderFault): JsonObject | undefined {
  const field = ["max_tokens", "max_completion_tokens", "temperature", "stop"].find(
    (name) => Object.hasOwn(body, name) && complainsOf(name, fault),
  );
  if (field === undefined) return undefined;
  const { [field]: value, ...rest } = body;
  if (field === "max_tokens") {
    return namesOther(fault) ? { ...rest, max_completion_tokens: value } : undefined;
  }
  // The other spelling has been tried, or was never asked for: the limit itself is what is refused.
  return field === "max_completion_tokens" ? undefined : rest;
}

function complainsOf(name: string, { field, sentence }: ProviderFault): boolean {
  return field === name || (field === "" && new RegExp(`\\b${name}\\b`).test(sentence));
}

/** Whether the provider says itself which name it knows; a limit that is too high is no matter of names. */
function namesOther({ sentence }: ProviderFault): boolean {
  return /\bmax_completion_tokens\b/.test(sentence);
}
