import type { Practice } from "../practice.ts";
import { answerFromCache } from "./answer-from-cache.ts";
import { type CacheOptions, cacheSettings } from "./options.ts";
import { stickToModel } from "./stick-to-model.ts";

/**
 * The practice that gives an answer again, to the same server, where everything that shapes it is the same: at temperature 0,
 * or always by choice. Equal requests in flight share one call. With `sticky` a conversation keeps its model. A handler that
 * does not know the server's name keeps nothing.
 *
 * @throws TypeError where an option is wrong
 */
export function cache(options: CacheOptions = {}): Practice {
  const settings = cacheSettings(options);
  const call = answerFromCache(settings);
  const { sticky } = settings;
  return sticky === undefined ? { name: "cache", call } : { name: "cache", call, request: stickToModel(sticky) };
}
