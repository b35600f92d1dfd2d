import { either } from "../problems/mismatch.ts";
import { closest } from "../problems/suggestion.ts";
import type { KnownKeys } from "./known-keys.ts";

/** The key that an unknown one was probably meant to be: the same word one map further in, else a similar one here. */
export function suggestKey(key: string, known: KnownKeys): string | undefined {
  const inside = [...known].filter(([, inner]) => inner.includes(key)).map(([outer]) => `${outer}.${key}`);
  return inside.length > 0 ? either(inside) : closest(key, known.keys());
}
