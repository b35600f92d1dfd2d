import type { JsonObject } from "../json.ts";
import { assistant, user, withTools } from "../requests.ts";

/** A question, the uses of tools that it led to, and their results, as a request that goes on from there. */
export function conversation(uses: unknown, results: unknown, more: JsonObject = {}): JsonObject {
  return withTools([user("What time is it?"), assistant(uses), user(results)], more);
}
