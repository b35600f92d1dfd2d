import type { ContentBlock, ToolUseBlock } from "../../protocol/blocks.ts";
import type { SamplingMessage } from "../../protocol/sampling.ts";
import { BackendError } from "../backend-error.ts";
import { checkMedia } from "./check-media.ts";
import { jsonText } from "./json-text.ts";
import { openTurn } from "./open-turn.ts";
import { mediaPlaceholder } from "./tool-result-text.ts";
import type { SentToolCall, Turn, UserPart } from "./turn.ts";

/**
 * The messages of a sampling request as turns, the common ground of all providers:
 * - neighbours of one role are one turn, neighbouring texts one text with a blank line between;
 * - results of tools are turns of their own, next after the turn that called them;
 * - what says nothing is left out; a picture of the assistant's becomes a placeholder, as answers are text;
 * - the first and the last word is the user's: "Begin." and "Continue." stand in where the server left it out;
 * - ids of tool calls are numbered anew. Providers differ in what an id may be (Mistral: nine letters and digits,
 *   OpenAI: at most 40), and some repeat theirs; after a fallback one sees another's.
 *
 * Throws a `BackendError`: `rejected` for a result without its call and for what is no JSON, `unsupported` for content
 * that is none.
 */
export function turnsOf(messages: readonly SamplingMessage[], sentName: (name: string) => string): Turn[] {
  const turns: Turn[] = [];
  const calls = new Map<string, SentToolCall>();
  let count = 0;
  const numbered = (block: ToolUseBlock): SentToolCall => {
    jsonText(block.input);
    count += 1;
    const id = `call${String(count).padStart(5, "0")}`;
    const call = { id, name: sentName(block.name), input: block.input, meta: block._meta };
    calls.set(block.id, call);
    return call;
  };
  for (const { role, content } of messages) {
    for (const block of resultsFirst(content)) {
      if (role === "assistant") addAssistant(turns, block, numbered);
      else addUser(turns, block, calls);
    }
  }
  return betweenUsers(turns);
}

/** Results belong next to their calls, whatever stands before them in the message. */
function resultsFirst(content: ContentBlock | readonly ContentBlock[]): readonly ContentBlock[] {
  const blocks = Array.isArray(content) ? content : [content];
  const isResult = (block: ContentBlock): boolean => block.type === "tool_result";
  return [...blocks.filter(isResult), ...blocks.filter((block) => !isResult(block))];
}

function addAssistant(turns: Turn[], block: ContentBlock, numbered: (block: ToolUseBlock) => SentToolCall): void {
  if (block.type === "tool_use") {
    openTurn(turns, "assistant").toolCalls.push(numbered(block));
    return;
  }
  const text = textOfAnswer(block);
  if (text === "") return;
  const turn = openTurn(turns, "assistant");
  turn.text = joined(turn.text, text);
}

function textOfAnswer(block: ContentBlock): string {
  if (block.type === "text") return block.text;
  if (block.type === "image" || block.type === "audio") return mediaPlaceholder(block);
  throw unsupported();
}

function addUser(turns: Turn[], block: ContentBlock, calls: ReadonlyMap<string, SentToolCall>): void {
  if (block.type === "tool_result") {
    const call = calls.get(block.toolUseId);
    if (call === undefined)
      throw new BackendError("rejected", "The request holds the result of a tool without its call.");
    jsonText(block.structuredContent);
    openTurn(turns, "tool").results.push({ id: call.id, name: call.name, result: block });
  } else if (block.type === "text") {
    if (block.text !== "") addText(openTurn(turns, "user").parts, block.text);
  } else if (block.type === "image" || block.type === "audio") {
    openTurn(turns, "user").parts.push(checkMedia(block));
  } else {
    throw unsupported();
  }
}

function addText(parts: UserPart[], text: string): void {
  const last = parts.at(-1);
  if (last?.type === "text") parts[parts.length - 1] = { type: "text", text: joined(last.text, text) };
  else parts.push({ type: "text", text });
}

function joined(before: string, text: string): string {
  return before === "" ? text : `${before}\n\n${text}`;
}

function unsupported(): BackendError {
  return new BackendError("unsupported", "The request holds content that models cannot be sent.");
}

function betweenUsers(turns: readonly Turn[]): Turn[] {
  const begin = turns[0]?.role === "user" ? [] : [userSaying("Begin.")];
  const end = turns.at(-1)?.role === "assistant" ? [userSaying("Continue.")] : [];
  return [...begin, ...turns, ...end];
}

function userSaying(text: string): Turn {
  return { role: "user", parts: [{ type: "text", text }] };
}
