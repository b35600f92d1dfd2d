import { isObject, type JsonObject, objectsOf } from "./json.ts";

/**
 * The content blocks of messages in the order of the conversation, those inside tool results included.
 * A message's content is one block or an array of them (R4); the content of a tool result has the shape of a
 * tool call's result (R8). A bare string counts as a text block: hand-written requests often hold one.
 */
export function* contentBlocks(messages: readonly JsonObject[]): Generator<JsonObject> {
  for (const message of messages) yield* blocksOf(message["content"]);
}

/** Walks without recursion, so that results nested without end cannot exhaust the stack. */
function* blocksOf(content: unknown): Generator<JsonObject> {
  const open = blockList(content).reverse();
  while (open.length > 0) {
    const block = open.pop();
    if (block === undefined) continue;
    yield block;
    if (block["type"] === "tool_result") {
      for (const inner of blockList(block["content"]).reverse()) open.push(inner);
    }
  }
}

function blockList(content: unknown): JsonObject[] {
  if (typeof content === "string") return [{ type: "text", text: content }];
  return isObject(content) ? [content] : objectsOf(content);
}
