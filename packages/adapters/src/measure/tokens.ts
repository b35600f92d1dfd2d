import { contentBlocks } from "./blocks.ts";
import { isObject, type JsonObject, jsonTexts, objectsOf, textOf } from "./json.ts";
import { mediaOf } from "./media.ts";
import { mediaTokens } from "./media-tokens.ts";
import { textTokens } from "./text-tokens.ts";

/** Role and separators of a message, as chat formats wrap it. */
const TOKENS_AROUND_MESSAGE = 4;

/** What providers wrap round a tool's definition. */
const TOKENS_AROUND_TOOL = 8;

/** The router's own bound (design section 4). */
const MOST_TOKENS = 1e9;

/** What providers tell a model of tools in general, beside the definition of each (Claude: up to 530). */
const TOKENS_OF_TOOL_USE = 700;

/** The tokens of the prompt that `params` becomes, an integer of 0..1e9: texts, tools, media and what wraps them. */
export function inputTokens(params: JsonObject): number {
  return promptTokens(params, textTokens);
}

/**
 * The most tokens that the prompt can have: a token for each byte of its texts, since no tokenizer makes more of them. A server
 * may write what the estimate takes for less. Media count by the estimate.
 */
export function mostInputTokens(params: JsonObject): number {
  const ofToolUse = objectsOf(params["tools"]).length === 0 ? 0 : TOKENS_OF_TOOL_USE;
  return ofToolUse + promptTokens(params, textBytes);
}

function promptTokens(params: JsonObject, tokensOf: (texts: Iterable<string>) => number): number {
  const messages = objectsOf(params["messages"]);
  const around = messages.length * TOKENS_AROUND_MESSAGE + objectsOf(params["tools"]).length * TOKENS_AROUND_TOOL;
  const media = [...contentBlocks(messages)].reduce((sum, block) => sum + tokensOfMedia(block), 0);
  return Math.min(around + media + tokensOf(promptTexts(params, messages)), MOST_TOKENS);
}

function textBytes(texts: Iterable<string>): number {
  let bytes = 0;
  for (const text of texts) bytes += Buffer.byteLength(text);
  return bytes;
}

function tokensOfMedia(block: JsonObject): number {
  const media = mediaOf(block);
  return media === undefined ? 0 : mediaTokens(media);
}

function* promptTexts(params: JsonObject, messages: readonly JsonObject[]): Generator<string> {
  yield textOf(params["systemPrompt"]);
  for (const tool of objectsOf(params["tools"])) {
    yield textOf(tool["name"]);
    yield textOf(tool["description"]);
    yield* jsonTexts(tool["inputSchema"]);
  }
  for (const block of contentBlocks(messages)) yield* blockTexts(block);
}

/** A block's words. The content of a tool result comes as blocks of its own; its structured form is JSON. */
function* blockTexts(block: JsonObject): Generator<string> {
  switch (block["type"]) {
    case "text":
      yield textOf(block["text"]);
      return;
    case "tool_use":
      yield textOf(block["id"]);
      yield textOf(block["name"]);
      yield* jsonTexts(block["input"]);
      return;
    case "tool_result":
      yield textOf(block["toolUseId"]);
      yield* jsonTexts(block["structuredContent"]);
      return;
    case "resource":
      if (isObject(block["resource"])) yield textOf(block["resource"]["text"] ?? block["resource"]["uri"]);
      return;
    case "resource_link":
      for (const key of ["name", "title", "uri", "description"]) yield textOf(block[key]);
      return;
  }
}
