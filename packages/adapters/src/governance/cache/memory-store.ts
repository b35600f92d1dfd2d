import { LRUCache } from "lru-cache";
import type { AnswerStore } from "./answer-store.ts";

/** Bytes of a character in memory, on the dear side: texts of Latin letters take one. */
const BYTES_PER_CHARACTER = 2;

/** A store in memory of so many bytes: what was used longest ago goes first. Its clock is `performance.now()`. */
export function memoryStore(maxBytes: number): AnswerStore {
  const texts = new LRUCache<string, string>({
    maxSize: maxBytes,
    sizeCalculation: (text, key) => (text.length + key.length) * BYTES_PER_CHARACTER,
  });
  return {
    get: (key) => texts.get(key),
    set: (key, text, milliseconds) => texts.set(key, text, { ttl: milliseconds }),
    delete: (key) => texts.delete(key),
  };
}
