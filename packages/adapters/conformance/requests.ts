import type { JsonObject } from "./json.ts";
import type { AnswerBlock } from "./subject.ts";

/** A text as a block. */
export const text = (words: string): AnswerBlock => ({ type: "text", text: words });

/** A picture of one dot, and a moment of silence, in base64. */
export const IMAGE: JsonObject = {
  type: "image",
  mimeType: "image/png",
  data: "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
};
export const AUDIO: JsonObject = {
  type: "audio",
  mimeType: "audio/wav",
  data: "UklGRiQAAABXQVZFZm10IBAAAAABAAEARKwAAIhYAQACABAAZGF0YQAAAAA=",
};

/** What one side says: a text, a block or several. */
export const user = (content: unknown): JsonObject => ({ role: "user", content: worded(content) });
export const assistant = (content: unknown): JsonObject => ({ role: "assistant", content: worded(content) });

function worded(content: unknown): unknown {
  return typeof content === "string" ? text(content) : content;
}

/** A plain request, with what a case wants otherwise. */
export const request = (more: JsonObject = {}): JsonObject => ({
  messages: [user("What is the capital of France?")],
  maxTokens: 200,
  ...more,
});

/** A request with such preferences. */
export const preferring = (modelPreferences: JsonObject): JsonObject => request({ modelPreferences });

/** A tool, a use of it, and the result of that use. */
export const CLOCK: JsonObject = {
  name: "clock",
  description: "Tells the time",
  inputSchema: { type: "object", properties: { zone: { type: "string" } } },
};
export const use = (id: string, more: JsonObject = {}): AnswerBlock => ({
  type: "tool_use",
  id,
  name: "clock",
  input: { zone: "UTC" },
  ...more,
});
export const result = (toolUseId: string, more: JsonObject = {}): JsonObject => ({
  type: "tool_result",
  toolUseId,
  content: [text("12:00")],
  ...more,
});

/** A request with tools, after such messages. */
export const withTools = (messages: readonly JsonObject[], more: JsonObject = {}): JsonObject =>
  request({ messages, tools: [CLOCK], ...more });
