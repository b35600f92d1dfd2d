import type { Completion } from "../../backends/backend.ts";
import { isObject } from "../../measure/json.ts";
import { textTokens } from "../../measure/text-tokens.ts";

/** What the answer to a batch must be: so many answers, none longer than so many tokens. */
export type BatchForm = { items: number; maxTokens: number };

/**
 * The answers of a batch, in the order of its texts. Undefined where anything is not as it must be: one text that is a JSON
 * array of objects with the right `id` in the right place and an `answer` that is a text, not blank and not too long.
 */
export function readBatch({ content, stopReason }: Completion, form: BatchForm): string[] | undefined {
  const [block, ...more] = content;
  if (block?.type !== "text" || more.length > 0 || stopReason === "maxTokens") return undefined;
  const list = parsed(block.text);
  if (!Array.isArray(list) || list.length !== form.items) return undefined;
  const answers = list.map((item: unknown, index) => answerOf(item, index + 1, form.maxTokens));
  return answers.every((answer) => answer !== undefined) ? answers : undefined;
}

function answerOf(item: unknown, id: number, maxTokens: number): string | undefined {
  if (!isObject(item) || Object.keys(item).length !== 2 || item["id"] !== id) return undefined;
  const { answer } = item;
  const isAnswer = typeof answer === "string" && answer.trim() !== "" && textTokens([answer]) <= maxTokens;
  return isAnswer ? answer : undefined;
}

/** Many models wrap JSON in a fence, asked or not. */
const FENCE = /^```(?:json)?\s*\n(.*)\n\s*```$/s;

function parsed(text: string): unknown {
  const trimmed = text.trim();
  try {
    return JSON.parse(FENCE.exec(trimmed)?.[1] ?? trimmed);
  } catch {
    return undefined;
  }
}
