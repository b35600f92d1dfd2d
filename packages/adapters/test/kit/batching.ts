import { type BatchingOptions, batching } from "../../src/governance/batching/index.ts";
import type { Call, Completion, SamplingHandlerOptions, SamplingParams } from "../../src/index.ts";
import { answering } from "./backends.ts";
import { handlersWith } from "./handlers.ts";
import { params } from "./requests.ts";

/** The text of a call's first message. */
export function textOf({ messages }: Call): string {
  const [block] = [messages[0]?.content].flat();
  return block?.type === "text" ? block.text : "";
}

/** The texts of a batch; undefined where a call is none. */
export function itemsOf(call: Call): { id: number; message: string }[] | undefined {
  return call.systemPrompt?.includes("several messages at once") === true ? JSON.parse(textOf(call)) : undefined;
}

/** The right answer to a text. */
export function translated(text: string): string {
  return `${text} (${text.length})`;
}

/** Answers a batch as it must be, and single calls alike. */
export function translate(call: Call): string {
  const items = itemsOf(call);
  if (items === undefined) return translated(textOf(call));
  return JSON.stringify(items.map(({ id, message }) => ({ id, answer: translated(message) })));
}

/** Handlers of several servers with one practice, and what became of their requests. */
export function setUpBatching(
  options: BatchingOptions = {},
  answer: (call: Call, signal: AbortSignal) => Completion | string | Promise<Completion | string> = translate,
  more: Partial<SamplingHandlerOptions> = {},
) {
  const backend = answering(answer);
  const { handlerFor, outcomes } = handlersWith(batching({ windowMs: 10, ...options }), backend, more);
  const ask = async (
    text: string,
    changes: Partial<SamplingParams> = {},
    server: string | undefined = "s",
    signal?: AbortSignal,
  ) => {
    const messages = [{ role: "user" as const, content: { type: "text" as const, text } }];
    const request = {
      method: "sampling/createMessage" as const,
      params: params({ messages, temperature: 0, ...changes }),
    };
    const { content } = await handlerFor(server)(request, signal === undefined ? {} : { signal });
    return [content].flat().map((block) => (block.type === "text" ? block.text : block.type))[0];
  };
  const sizes = () => backend.calls.map((call) => itemsOf(call)?.length ?? 1);
  return { ask, sizes, backend, outcomes, handlerFor };
}
