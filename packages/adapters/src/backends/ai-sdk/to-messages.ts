import type { AssistantContent, ModelMessage, ToolResultPart, UserContent } from "ai";
import { isObject } from "../../measure/json.ts";
import type { ToolOutputBlock, ToolResultBlock } from "../../protocol/blocks.ts";
import type { Call } from "../backend.ts";
import type { ToolNames } from "../conversation/tool-names.ts";
import { outputText, toolResultText } from "../conversation/tool-result-text.ts";
import type { SentToolCall, SentToolResult, Turn, UserPart } from "../conversation/turn.ts";
import { turnsOf } from "../conversation/turns.ts";
import { PROVIDER_METADATA } from "./provider-metadata.ts";

/** The conversation as the AI SDK's messages. */
export function toMessages({ messages }: Call, names: ToolNames): ModelMessage[] {
  return turnsOf(messages, names.sent).map(messageOf);
}

function messageOf(turn: Turn): ModelMessage {
  switch (turn.role) {
    case "user":
      return { role: "user", content: turn.parts.map(userPart) };
    case "assistant":
      return { role: "assistant", content: assistantContent(turn) };
    case "tool":
      return { role: "tool", content: turn.results.map(toolResult) };
  }
}

function userPart(part: UserPart): Exclude<UserContent, string>[number] {
  if (part.type === "text") return { type: "text", text: part.text };
  return { type: "file", data: part.data, mediaType: part.mimeType };
}

function assistantContent({ text, toolCalls }: Turn & { role: "assistant" }): AssistantContent {
  const calls = toolCalls.map(toolCall);
  return text === "" ? calls : [{ type: "text", text }, ...calls];
}

/** What a provider attaches; the AI SDK checks its shape. */
type Attached = NonNullable<ToolResultPart["providerOptions"]>;

function toolCall({ id, name, input, meta }: SentToolCall): Exclude<AssistantContent, string>[number] {
  const attached = meta?.[PROVIDER_METADATA];
  const options = isObject(attached) ? { providerOptions: attached as Attached } : {};
  return { type: "tool-call", toolCallId: id, toolName: name, input, ...options };
}

function toolResult({ id, name, result }: SentToolResult): ToolResultPart {
  return { type: "tool-result", toolCallId: id, toolName: name, output: outputOf(result) };
}

type Output = ToolResultPart["output"];

function outputOf(result: ToolResultBlock): Output {
  const { content, structuredContent, isError } = result;
  if (isError === true) return { type: "error-text", value: toolResultText(result) };
  if (content.length === 0 && structuredContent !== undefined)
    return { type: "json", value: structuredContent as never };
  if (content.some(({ type }) => type === "image" || type === "audio"))
    return { type: "content", value: content.map(outputPart) };
  return { type: "text", value: toolResultText(result) };
}

function outputPart(block: ToolOutputBlock): Extract<Output, { type: "content" }>["value"][number] {
  if (block.type === "image") return { type: "image-data", data: block.data, mediaType: block.mimeType };
  if (block.type === "audio") return { type: "file-data", data: block.data, mediaType: block.mimeType };
  return { type: "text", text: outputText(block) };
}
