// Blocks of content as MCP writes them (R4, R8), as far as an adapter reads them. Types, not interfaces: both SDKs ask
// results for an index signature, which only a type has of itself.

/** Facts about a block that providers may use (R9); kept and passed on. */
export type Meta = { [key: string]: unknown };

export type TextBlock = { type: "text"; text: string; _meta?: Meta | undefined };

/** A picture in base64. */
export type ImageBlock = { type: "image"; data: string; mimeType: string; _meta?: Meta | undefined };

/** Sound in base64. */
export type AudioBlock = { type: "audio"; data: string; mimeType: string; _meta?: Meta | undefined };

/** A call of a tool that the model asks for. */
export type ToolUseBlock = {
  type: "tool_use";
  id: string;
  name: string;
  input: { [key: string]: unknown };
  _meta?: Meta | undefined;
};

/** A file or its text, inside the result of a tool. */
export type ResourceBlock = {
  type: "resource";
  resource: { uri: string; mimeType?: string | undefined; text?: string | undefined; blob?: string | undefined };
};

/** A file that is elsewhere, inside the result of a tool. */
export type ResourceLinkBlock = { type: "resource_link"; uri: string; name: string; description?: string | undefined };

/** What a tool may answer with (R8). */
export type ToolOutputBlock = TextBlock | ImageBlock | AudioBlock | ResourceBlock | ResourceLinkBlock;

/** What the call of a tool gave. */
export type ToolResultBlock = {
  type: "tool_result";
  toolUseId: string;
  content: ToolOutputBlock[];
  structuredContent?: unknown;
  isError?: boolean | undefined;
  _meta?: Meta | undefined;
};

/** What a message may hold. */
export type ContentBlock = TextBlock | ImageBlock | AudioBlock | ToolUseBlock | ToolResultBlock;

/** What an answer may hold. */
export type AnswerBlock = TextBlock | ImageBlock | AudioBlock | ToolUseBlock;
