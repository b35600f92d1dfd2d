import type { AudioBlock, ImageBlock, ToolOutputBlock, ToolResultBlock } from "../../protocol/blocks.ts";

/**
 * The result of a tool as one text, for providers that take no other: texts as they are, `structuredContent` as JSON
 * where there is nothing else, "Error: " before a failure, and a placeholder for each picture, recording or file.
 */
export function toolResultText({ content, structuredContent, isError }: ToolResultBlock): string {
  const onlyStructured = content.length === 0 && structuredContent !== undefined;
  const text = onlyStructured ? JSON.stringify(structuredContent) : content.map(outputText).join("\n");
  return isError === true ? `Error: ${text}` : text;
}

/** One block of a result as text. */
export function outputText(block: ToolOutputBlock): string {
  switch (block.type) {
    case "text":
      return block.text;
    case "image":
    case "audio":
      return mediaPlaceholder(block);
    case "resource":
      return block.resource.text ?? `[resource: ${block.resource.uri}]`;
    case "resource_link":
      return `[resource: ${block.name}, ${block.uri}]`;
  }
}

/** Says that there was a picture or a recording. */
export function mediaPlaceholder({ type, mimeType }: ImageBlock | AudioBlock): string {
  return `[${type}: ${mimeType}]`;
}
