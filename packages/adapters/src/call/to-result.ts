import type { Completion } from "../backends/backend.ts";
import type { AnswerBlock } from "../protocol/blocks.ts";
import type { SamplingParams, SamplingResult } from "../protocol/sampling.ts";

/** A checked completion as the result of the request, in the one shape that every revision of MCP takes (R23 to R26). */
export function toResult({ model, content, stopReason, usage }: Completion, params: SamplingParams): SamplingResult {
  const isOver = usage !== undefined && usage.outputTokens > params.maxTokens;
  const blocks = isOver ? cut(content, params.maxTokens / usage.outputTokens) : content;
  const reason = isOver && stopReason !== "toolUse" ? "maxTokens" : stopReason;
  return {
    model,
    role: "assistant",
    content: shape(blocks, params),
    ...(reason === undefined ? {} : { stopReason: reason }),
  };
}

/** A list only where the request brought tools and there is more than one block; else one block, texts joined. */
function shape(blocks: readonly AnswerBlock[], { tools, toolChoice }: SamplingParams): AnswerBlock | AnswerBlock[] {
  const [first = { type: "text", text: "" }, ...more] = blocks;
  if (more.length === 0) return first;
  if (tools !== undefined || toolChoice !== undefined) return [...blocks];
  const texts = blocks.flatMap((block) => (block.type === "text" ? [block.text] : []));
  return texts.length === 0 ? first : { type: "text", text: texts.join("") };
}

/** The first part of each text: an answer of more tokens than were asked for is cut in proportion (R12). */
function cut(blocks: readonly AnswerBlock[], share: number): AnswerBlock[] {
  return blocks.map((block) => {
    if (block.type !== "text") return block;
    const characters = [...block.text];
    return { ...block, text: characters.slice(0, Math.floor(characters.length * share)).join("") };
  });
}
