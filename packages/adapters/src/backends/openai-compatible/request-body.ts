import { isObject, type JsonObject } from "../../measure/json.ts";
import type { Call } from "../backend.ts";
import type { ToolNames } from "../conversation/tool-names.ts";
import type { OpenaiCompatibleOptions } from "./options.ts";
import { toMessages } from "./to-messages.ts";
import { toTools } from "./to-tools.ts";

/** Fields that belong to the call itself, or would make another answer of it. Nothing else sets them. */
const RESERVED: ReadonlySet<string> = new Set([
  "model",
  "models",
  "messages",
  "max_tokens",
  "max_completion_tokens",
  "temperature",
  "stop",
  "tools",
  "tool_choice",
  "functions",
  "function_call",
  "stream",
  "n",
]);

/** Throws a TypeError where an option sets, or lets a server set, a field that is the call's own. */
export function checkFields({ extraBody = {}, metadataFields = [] }: OpenaiCompatibleOptions): void {
  const wrong = [...Object.keys(extraBody), ...metadataFields].filter((field) => RESERVED.has(field));
  if (wrong.length > 0) throw new TypeError(`extraBody, metadataFields: these belong to the call: ${wrong.join(", ")}`);
}

/** What is posted. The call's own fields are set by the call alone. */
export function requestBody(call: Call, names: ToolNames, options: OpenaiCompatibleOptions): JsonObject {
  const { maxTokensKey = "max_tokens", extraBody = {}, metadataFields = [], keepExtraContent = false } = options;
  const { model, maxTokens, temperature, stopSequences = [], metadata } = call;
  return {
    ...extraBody,
    ...allowed(metadata, metadataFields),
    model,
    messages: toMessages(call, names, keepExtraContent),
    [maxTokensKey]: maxTokens,
    ...(temperature === undefined ? {} : { temperature }),
    ...(stopSequences.length === 0 ? {} : { stop: stopSequences }),
    ...toTools(call, names),
  };
}

function allowed(metadata: unknown, fields: readonly string[]): JsonObject {
  if (!isObject(metadata)) return {};
  return Object.fromEntries(
    fields.filter((field) => Object.hasOwn(metadata, field)).map((field) => [field, metadata[field]]),
  );
}
