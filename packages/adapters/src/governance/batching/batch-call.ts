import type { Call } from "../../backends/backend.ts";
import { tokensOfBatch } from "./batch-size.ts";

/** One call that asks for the answers to several texts; the rest of it is that of each of their calls. */
export function batchCall(call: Call, texts: readonly string[]): Call {
  const { systemPrompt = "", maxTokens } = call;
  const items = texts.map((message, index) => ({ id: index + 1, message }));
  return {
    ...call,
    messages: [{ role: "user", content: { type: "text", text: JSON.stringify(items) } }],
    systemPrompt: `${systemPrompt}\n\n${instruction(maxTokens)}`.trimStart(),
    maxTokens: tokensOfBatch(maxTokens, texts.length),
  };
}

function instruction(maxTokens: number): string {
  return [
    "You are given several messages at once: a JSON array of objects with id and message.",
    "Answer each one as if it were the only one: none has anything to do with another.",
    'Give nothing but a JSON array of one object for each message, in the same order: {"id": its id, "answer": your answer to it, a text}.',
    `No answer may be longer than ${maxTokens} tokens.`,
  ].join(" ");
}
