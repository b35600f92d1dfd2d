import { type CacheOptions, cache } from "../../src/governance/cache/index.ts";
import type { Completion, SamplingHandlerOptions, SamplingParams } from "../../src/index.ts";
import { answering } from "./backends.ts";
import { handlersWith } from "./handlers.ts";
import { params } from "./requests.ts";

/** What every answer used: 10 USD of the model that ranks first. */
export const USAGE = { inputTokens: 1_000_000, outputTokens: 0 };

/** An answer of one text. */
export function answerOf(text: string): Completion {
  return { model: "m", content: [{ type: "text", text }], stopReason: "endTurn", usage: USAGE };
}

/** Handlers of several servers with one cache, and what became of their requests; the back end counts its answers. */
export function setUpCache(options: CacheOptions = {}, more: Partial<SamplingHandlerOptions> = {}) {
  let count = 0;
  const backend = answering(() => answerOf(`answer ${++count}`));
  const { handlerFor, outcomes } = handlersWith(cache(options), backend, more);
  const ask = async (changes: Partial<SamplingParams> = {}, server: string | undefined = "s") => {
    const { content } = await handlerFor(server)({
      method: "sampling/createMessage",
      params: params({ temperature: 0, ...changes }),
    });
    return [content].flat().map((block) => (block.type === "text" ? block.text : ""))[0];
  };
  return { ask, backend, outcomes, handlerFor };
}
