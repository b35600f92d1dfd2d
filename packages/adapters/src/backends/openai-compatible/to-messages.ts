import { isObject } from "../../measure/json.ts";
import type { AudioBlock } from "../../protocol/blocks.ts";
import type { Call } from "../backend.ts";
import { BackendError } from "../backend-error.ts";
import type { ToolNames } from "../conversation/tool-names.ts";
import { toolResultText } from "../conversation/tool-result-text.ts";
import type { SentToolCall, Turn, UserPart } from "../conversation/turn.ts";
import { turnsOf } from "../conversation/turns.ts";
import { EXTRA_CONTENT } from "./extra-content.ts";

/** The conversation as a list of chat messages, the system prompt first. */
export function toMessages(call: Call, names: ToolNames, keepExtraContent: boolean): object[] {
  const { systemPrompt = "", messages } = call;
  const system = systemPrompt.trim() === "" ? [] : [{ role: "system", content: systemPrompt }];
  return [...system, ...turnsOf(messages, names.sent).flatMap((turn) => messagesOf(turn, keepExtraContent))];
}

function messagesOf(turn: Turn, keepExtraContent: boolean): object[] {
  switch (turn.role) {
    case "user":
      return [{ role: "user", content: userContent(turn.parts) }];
    case "assistant":
      return [assistantMessage(turn, keepExtraContent)];
    case "tool":
      return turn.results.map(({ id, result }) => ({
        role: "tool",
        tool_call_id: id,
        content: toolResultText(result),
      }));
  }
}

/** Text alone is sent as a string: not every server takes a list of one. */
function userContent(parts: readonly UserPart[]): string | object[] {
  const [first] = parts;
  return parts.length === 1 && first?.type === "text" ? first.text : parts.map(partOf);
}

function partOf(part: UserPart): object {
  switch (part.type) {
    case "text":
      return { type: "text", text: part.text };
    case "image":
      return { type: "image_url", image_url: { url: `data:${part.mimeType};base64,${part.data}` } };
    case "audio":
      return { type: "input_audio", input_audio: { data: part.data, format: audioFormat(part) } };
  }
}

const AUDIO: ReadonlyMap<string, string> = new Map([
  ["audio/wav", "wav"],
  ["audio/mp3", "mp3"],
  ["audio/mpeg", "mp3"],
]);

function audioFormat({ mimeType }: AudioBlock): string {
  const format = AUDIO.get(mimeType.toLowerCase());
  if (format === undefined) throw new BackendError("unsupported", "Audio can be sent as wav or mp3 only.");
  return format;
}

function assistantMessage({ text, toolCalls }: Turn & { role: "assistant" }, keepExtraContent: boolean): object {
  if (toolCalls.length === 0) return { role: "assistant", content: text };
  return {
    role: "assistant",
    content: text === "" ? null : text,
    tool_calls: toolCalls.map((call) => toolCall(call, keepExtraContent)),
  };
}

function toolCall({ id, name, input, meta }: SentToolCall, keepExtraContent: boolean): object {
  const extra = keepExtraContent ? meta?.[EXTRA_CONTENT] : undefined;
  return {
    id,
    type: "function",
    function: { name, arguments: JSON.stringify(input) },
    ...(isObject(extra) ? { extra_content: extra } : {}),
  };
}
