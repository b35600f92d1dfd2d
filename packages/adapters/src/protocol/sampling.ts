import type { ModelPreferences } from "@modelpref/router";
import type { AnswerBlock, ContentBlock, Meta } from "./blocks.ts";

/** One message of a conversation; its content is one block or several (R4). */
export type SamplingMessage = {
  role: "user" | "assistant";
  content: ContentBlock | ContentBlock[];
  _meta?: Meta | undefined;
};

/** A tool that the model may ask to be called; it belongs to this request alone. */
export type Tool = {
  name: string;
  description?: string | undefined;
  /** A JSON Schema of the input. */
  inputSchema: { [key: string]: unknown };
};

/** Whether the model must, may or must not ask for a tool (R11). */
export type ToolChoice = { mode?: "auto" | "required" | "none" | undefined };

/** The params of `sampling/createMessage`, revisions 2024-11-05 to 2026-07-28. */
export type SamplingParams = {
  messages: SamplingMessage[];
  modelPreferences?: ModelPreferences | undefined;
  systemPrompt?: string | undefined;
  includeContext?: "none" | "thisServer" | "allServers" | undefined;
  temperature?: number | undefined;
  /** The most tokens the answer may have (R12). */
  maxTokens: number;
  stopSequences?: string[] | undefined;
  /** For the provider, passed through (R13). */
  metadata?: object | undefined;
  tools?: Tool[] | undefined;
  toolChoice?: ToolChoice | undefined;
  _meta?: Meta | undefined;
};

/** A request of a server to its client. */
export type SamplingRequest = { method: "sampling/createMessage"; params: SamplingParams };

/** The answer to a request (R23 to R27). */
export type SamplingResult = {
  /** The model that wrote the message. */
  model: string;
  role: "assistant";
  /** Several blocks only where the request brought tools (R26). */
  content: AnswerBlock | AnswerBlock[];
  /** `endTurn`, `stopSequence`, `maxTokens`, `toolUse`, or a provider's own word. */
  stopReason?: string;
  _meta?: { [key: string]: unknown };
};
