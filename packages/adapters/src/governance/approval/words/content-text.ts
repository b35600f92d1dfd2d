import { mediaOf } from "../../../measure/media.ts";
import type { ContentBlock, ToolOutputBlock } from "../../../protocol/blocks.ts";
import type { SamplingParams } from "../../../protocol/sampling.ts";

/** The words of a request, one after the other, as somebody reads them. */
export function requestText({ systemPrompt, messages }: SamplingParams): string {
  const system = systemPrompt === undefined ? [] : [`system: ${systemPrompt}`];
  return [...system, ...messages.map(({ role, content }) => `${role}: ${contentText(content)}`)].join("\n");
}

/** Blocks of content as text; what is no text is named, with its size. */
export function contentText(content: ContentBlock | readonly ContentBlock[]): string {
  return [content].flat().map(blockText).join("\n");
}

function blockText(block: ContentBlock | ToolOutputBlock): string {
  switch (block.type) {
    case "text":
      return block.text;
    case "tool_use":
      return `[asks for the tool ${block.name}: ${JSON.stringify(block.input)}]`;
    case "tool_result":
      return `[the tool gave: ${block.content.map(blockText).join("\n")}]`;
    case "resource_link":
      return `[names the file ${block.uri}]`;
    default:
      return mediaText(block);
  }
}

function mediaText(block: Exclude<ContentBlock | ToolOutputBlock, { type: "text" }>): string {
  const media = mediaOf(block);
  if (media !== undefined) return `[${media.mimeType}, ${sizeText(media.bytes)}]`;
  return block.type === "resource" ? `[the file ${block.resource.uri}: ${block.resource.text ?? "no text"}]` : "[?]";
}

/** `31 kB` */
export function sizeText(bytes: number): string {
  return bytes < 1000 ? `${Math.ceil(bytes)} bytes` : `${Math.ceil(bytes / 1000)} kB`;
}
