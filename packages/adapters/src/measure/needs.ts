import type { Needs } from "@modelpref/router";
import { contentBlocks } from "./blocks.ts";
import { type JsonObject, objectsOf } from "./json.ts";
import { type MediaKind, mediaOf } from "./media.ts";

/** What a model must be able to do to serve sampling params; the router's `needs`, with nothing left open. */
export type MeasuredNeeds = {
  /** Tools are offered, or were used earlier in the conversation. */
  tools: boolean;
  /** Always false: MCP sampling has no way to ask for structured output. */
  structuredOutput: boolean;
  /** `text`, and the media the prompt holds. */
  input: string[];
  /** Always `text`: the answer's kind cannot be asked for. */
  output: string[];
};

const MEDIA_KINDS: readonly MediaKind[] = ["image", "audio", "video", "pdf"];

/**
 * The needs of sampling params. A follow-up with tool history may come without `tools` (R11) and still needs a
 * model that understands tool calls. `toolChoice: none` changes nothing: the definitions are sent all the same,
 * since the history refers to them, and a provider without tools refuses them.
 */
export function measuredNeeds(params: JsonObject): MeasuredNeeds {
  const blocks = [...contentBlocks(objectsOf(params["messages"]))];
  const kinds = new Set(blocks.map((block) => mediaOf(block)?.kind));
  return {
    tools: objectsOf(params["tools"]).length > 0 || blocks.some(isToolHistory),
    structuredOutput: false,
    input: ["text", ...MEDIA_KINDS.filter((kind) => kinds.has(kind))],
    output: ["text"],
  } satisfies Needs;
}

function isToolHistory(block: JsonObject): boolean {
  return block["type"] === "tool_use" || block["type"] === "tool_result";
}
