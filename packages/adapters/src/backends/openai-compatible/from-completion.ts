import { isObject, type JsonObject, objectsOf, textOf } from "../../measure/json.ts";
import { type Answer, completionOf } from "../answer/completion.ts";
import { type GivenToolCall, isNestedAtMost, toolUseBlocks } from "../answer/tool-calls.ts";
import { usageOf } from "../answer/usage.ts";
import type { Call, Completion } from "../backend.ts";
import { BackendError } from "../backend-error.ts";
import type { ToolNames } from "../conversation/tool-names.ts";
import { EXTRA_CONTENT } from "./extra-content.ts";

/** The first choice of a chat completion. Throws a `BackendError` where the body holds none that is sound. */
export function fromCompletion(body: unknown, call: Call, names: ToolNames, keepExtraContent: boolean): Completion {
  const [choice] = isObject(body) ? objectsOf(body["choices"]) : [];
  const message = choice?.["message"];
  if (!isObject(body) || choice === undefined || !isObject(message)) {
    throw new BackendError("malformed", "The provider's answer holds no message.");
  }
  const texts = textsOf(message["content"]);
  const toolUses = toolUseBlocks(toolCalls(message["tool_calls"], keepExtraContent), call, names);
  const answer: Answer = {
    model: body["model"],
    texts,
    toolUses,
    finish: isRefusal(message) ? "refusal" : textOf(choice["finish_reason"]) || undefined,
    usage: usage(body["usage"]),
  };
  return completionOf(answer, call);
}

/** A text, or a list of parts: those that are text, not the thoughts. */
function textsOf(content: unknown): string[] {
  if (typeof content === "string") return [content];
  if (content === undefined || content === null) return [];
  if (!Array.isArray(content))
    throw new BackendError("malformed", "The provider's answer holds no text where it should.");
  return objectsOf(content).flatMap(({ type, text }) => (type === "text" ? [textOf(text)] : []));
}

/** OpenAI puts the words of a refusal aside. */
function isRefusal(message: JsonObject): boolean {
  return textOf(message["refusal"]) !== "" && textOf(message["content"]) === "";
}

function toolCalls(given: unknown, keepExtraContent: boolean): GivenToolCall[] {
  if (given === undefined || given === null) return [];
  if (!Array.isArray(given)) throw new BackendError("malformed", "The provider's answer holds no list of tool calls.");
  return given.map((call: unknown) => {
    const whole = isObject(call) ? call : {};
    const called = isObject(whole["function"]) ? whole["function"] : {};
    const extra = keepExtraContent ? whole["extra_content"] : undefined;
    return {
      id: whole["id"],
      name: called["name"],
      input: argumentsOf(called["arguments"]),
      meta: isObject(extra) && isNestedAtMost(extra, 10) ? { [EXTRA_CONTENT]: extra } : undefined,
    };
  });
}

/** The arguments from their JSON; undefined where it is none. A tool without parameters may be called with none. */
function argumentsOf(text: unknown): unknown {
  if (typeof text !== "string") return undefined;
  if (text.trim() === "") return {};
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function usage(given: unknown): Answer["usage"] {
  if (!isObject(given)) return undefined;
  const details = isObject(given["prompt_tokens_details"]) ? given["prompt_tokens_details"] : {};
  return usageOf({
    input: given["prompt_tokens"],
    output: given["completion_tokens"],
    // The second name is DeepSeek's.
    cacheRead: details["cached_tokens"] ?? given["prompt_cache_hit_tokens"],
    cacheWrite: details["cache_write_tokens"],
  });
}
