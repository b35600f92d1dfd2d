import type { Completion, Usage } from "../backends/backend.ts";
import { BackendError } from "../backends/backend-error.ts";
import { isObject } from "../measure/json.ts";
import type { AnswerBlock } from "../protocol/blocks.ts";
import type { SamplingParams } from "../protocol/sampling.ts";

/** A longer name of a model is none. */
const LONGEST_NAME = 256;

/**
 * What a back end answered, checked before a server gets it: blocks of known kinds, tools that were offered (R11), no more
 * tokens than asked for (R12), a model's name (R23). @throws BackendError "malformed"
 */
export function checkCompletion(completion: unknown, asked: { model: string; params: SamplingParams }): Completion {
  if (!isObject(completion)) throw malformed("expected an object");
  const { model, content, stopReason, usage, firstTokenMs } = completion;
  if (!Array.isArray(content)) throw malformed("expected content to be a list");
  const blocks = content.map((block) => checkBlock(block, asked.params));
  const mustCall = asked.params.toolChoice?.mode === "required";
  if (mustCall && !blocks.some(({ type }) => type === "tool_use"))
    throw malformed("no tool was asked for, though one must be");
  const isNamed = typeof model === "string" && model !== "" && model.length <= LONGEST_NAME;
  const checked: Completion = { model: isNamed ? model : asked.model, content: blocks };
  if (blocks.some(({ type }) => type === "tool_use")) checked.stopReason = "toolUse";
  else if (typeof stopReason === "string" && stopReason !== "") checked.stopReason = stopReason;
  if (isUsage(usage)) checked.usage = usage;
  if (typeof firstTokenMs === "number" && firstTokenMs >= 0) checked.firstTokenMs = firstTokenMs;
  return checked;
}

function checkBlock(block: unknown, { tools = [], toolChoice }: SamplingParams): AnswerBlock {
  if (!isObject(block)) throw malformed("expected a block of content");
  const { type, text, data, mimeType, id, name, input } = block;
  // Providers keep what they need to go on here (R9).
  const meta = isObject(block["_meta"]) ? { _meta: block["_meta"] } : {};
  if (type === "text" && typeof text === "string") return { type, text, ...meta };
  if ((type === "image" || type === "audio") && typeof data === "string" && typeof mimeType === "string")
    return { type, data, mimeType, ...meta };
  if (type !== "tool_use" || typeof id !== "string" || typeof name !== "string" || !isObject(input))
    throw malformed("expected text, image, audio or tool_use");
  const isOffered = toolChoice?.mode !== "none" && tools.some((tool) => tool.name === name);
  if (!isOffered) throw malformed("a tool was asked for that nobody offered");
  return { type, id, name, input, ...meta };
}

function isUsage(usage: unknown): usage is Usage {
  if (!isObject(usage)) return false;
  const { inputTokens, outputTokens, cacheReadTokens = 0, cacheWriteTokens = 0 } = usage;
  return [inputTokens, outputTokens, cacheReadTokens, cacheWriteTokens].every(
    (count) => Number.isFinite(count) && Number(count) >= 0,
  );
}

function malformed(message: string): BackendError {
  return new BackendError("malformed", `the back end's answer is wrong: ${message}`);
}
