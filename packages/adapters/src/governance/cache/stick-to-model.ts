import { LRUCache } from "lru-cache";
import { OutOfModels } from "../../call/out-of-models.ts";
import type { Step } from "../../handler/exchange.ts";
import { conversationKey } from "./conversation-key.ts";
import { keepModel } from "./keep-model.ts";
import type { StickySettings } from "./sticky-options.ts";

/**
 * The step around requests that keeps the model of a conversation, so that its provider's prompt cache stays warm. Where that
 * model and those below it fail, the request is ranked as if it were the first.
 */
export function stickToModel({ conversations, ttlMs }: StickySettings): Step {
  const models = new LRUCache<string, string>({ max: conversations, ttl: ttlMs });
  return async (exchange, next) => {
    const key = conversationKey(exchange);
    if (key === undefined) return next(exchange);
    const known = models.get(key);
    const kept = known === undefined ? exchange : keepModel(exchange, known);
    const answer = await next(kept).catch((error: unknown) => {
      if (kept === exchange || !(error instanceof OutOfModels)) throw error;
      return next(exchange.without(new Map()));
    });
    models.set(key, answer.model);
    return answer;
  };
}
