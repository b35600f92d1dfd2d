import type { AudioBlock, ImageBlock, Meta, TextBlock, ToolResultBlock } from "../../protocol/blocks.ts";

/** What a user says or shows. */
export type UserPart = TextBlock | ImageBlock | AudioBlock;

/** A tool call of an earlier answer, under the name and id that the provider is sent. */
export type SentToolCall = { id: string; name: string; input: { [key: string]: unknown }; meta: Meta | undefined };

/** What that call gave. */
export type SentToolResult = { id: string; name: string; result: ToolResultBlock };

/** A conversation as every provider takes it: turns of unlike roles, the first and the last not the assistant's. */
export type Turn =
  | { role: "user"; parts: UserPart[] }
  | { role: "assistant"; text: string; toolCalls: SentToolCall[] }
  | { role: "tool"; results: SentToolResult[] };
