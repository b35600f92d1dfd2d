import { either } from "../problems/mismatch.ts";
import { closest } from "../problems/suggestion.ts";
import type { KnownKeys } from "./known-keys.ts";

/** What other formats call a key of ours: public lists, and the requests of providers. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ["context_window", "limit.context"],
  ["context_length", "limit.context"],
  ["contextWindow", "limit.context"],
  ["max_tokens", "limit.output"],
  ["max_output_tokens", "limit.output"],
  ["maxTokens", "limit.output"],
  ["max_input_tokens", "limit.input"],
  ["pricing", "cost"],
  ["price", "cost"],
  ["tools", "tool_call"],
  ["function_calling", "tool_call"],
]);

/** The key that an unknown one was probably meant to be: the same word one map further in, what other formats call so, else a similar one here. */
export function suggestKey(key: string, known: KnownKeys): string | undefined {
  const inside = [...known].filter(([, inner]) => inner.includes(key)).map(([outer]) => `${outer}.${key}`);
  if (inside.length > 0) return either(inside);
  const [outer = "", inner] = OTHER_NAMES.get(key)?.split(".") ?? [];
  const isKnown = inner === undefined ? known.has(outer) : known.get(outer)?.includes(inner) === true;
  return isKnown ? OTHER_NAMES.get(key) : closest(key, known.keys());
}
