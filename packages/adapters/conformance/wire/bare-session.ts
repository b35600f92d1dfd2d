import type { JsonObject } from "../json.ts";
import type { Outcome } from "../seen.ts";
import type { Session } from "./session.ts";

/** Calls a function with the params alone, as clients do that hide the protocol. */
export function openBare(handler: (params: JsonObject) => Promise<unknown>): Session {
  const askOne = async (params: JsonObject): Promise<Outcome> => {
    try {
      return { result: await handler(params) };
    } catch (error) {
      return { error: typeof error === "object" && error !== null ? error : { message: error } };
    }
  };
  return {
    sampling: () => undefined,
    ask: (requests) => Promise.all(requests.map(askOne)),
    progress: [],
    retries: () => 0,
    close: async () => {},
  };
}
