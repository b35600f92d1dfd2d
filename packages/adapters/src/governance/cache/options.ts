import { expectCount, expectMilliseconds, expectOptions } from "../expect-options.ts";
import type { AnswerStore } from "./answer-store.ts";
import { type GuardedStore, guardStore } from "./guarded-store.ts";
import { memoryStore } from "./memory-store.ts";
import { type StickyOptions, type StickySettings, stickySettings } from "./sticky-options.ts";

const MAX_BYTES = 64 * 2 ** 20;
const LARGEST_ANSWER_BYTES = 2 ** 20;
const TTL_MS = 60 * 60 * 1000;
const PATIENCE_MS = 250;

/** How answers are kept. All of it may be left out. */
export type CacheOptions = {
  /**
   * Also answers to requests that do not ask for temperature 0: the same request then gets the same words each time.
   * Default false.
   */
  always?: boolean | undefined;
  /** Where answers are kept: any Keyv, or `sqliteStore(...)`. Default: in the memory of this process. */
  store?: AnswerStore | undefined;
  /** The most that is kept in memory; a `store` has a bound of its own. Default 64 MiB. */
  maxBytes?: number | undefined;
  /** A larger answer is not kept. Default 1 MiB. */
  largestAnswerBytes?: number | undefined;
  /** How long an answer is kept, in milliseconds. Default one hour. */
  ttlMs?: number | undefined;
  /** Goes before the keys in the store. Change it when the same models are reached another way. Default "modelpref". */
  namespace?: string | undefined;
  /** How long the store may take, in milliseconds. Default 250. */
  patienceMs?: number | undefined;
  /** Whether a request is answered without the cache where the store fails, or refused. Default "answer". */
  whenStoreFails?: "answer" | "refuse" | undefined;
  /** Told of what goes wrong with the store. */
  onStoreError?: ((error: unknown) => void) | undefined;
  /** Whether the requests of a conversation go to the model that answered its last one. Default false. */
  sticky?: boolean | StickyOptions | undefined;
};

/** The options with their defaults. */
export type CacheSettings = {
  isAlways: boolean;
  store: GuardedStore;
  largestAnswerBytes: number;
  ttlMs: number;
  namespace: string;
  isRefusing: boolean;
  sticky: StickySettings | undefined;
};

/** Fills in defaults. @throws TypeError with all options that are wrong */
export function cacheSettings(options: CacheOptions): CacheSettings {
  const { always = false, maxBytes = MAX_BYTES, largestAnswerBytes = LARGEST_ANSWER_BYTES, ttlMs = TTL_MS } = options;
  const { namespace = "modelpref", patienceMs = PATIENCE_MS, whenStoreFails = "answer", onStoreError } = options;
  const { store, sticky = false } = options;
  const isStore = store === undefined || [store.get, store.set, store.delete].every((has) => typeof has === "function");
  const stick = stickySettings(sticky);
  expectOptions("cache", [
    [typeof always === "boolean", "always", "true or false"],
    [isStore, "store", "an object with get, set and delete, such as a Keyv"],
    expectCount("maxBytes", maxBytes),
    expectCount("largestAnswerBytes", largestAnswerBytes),
    expectMilliseconds("ttlMs", ttlMs),
    [typeof namespace === "string", "namespace", "text"],
    expectMilliseconds("patienceMs", patienceMs),
    [["answer", "refuse"].includes(whenStoreFails), "whenStoreFails", '"answer" or "refuse"'],
    [onStoreError === undefined || typeof onStoreError === "function", "onStoreError", "a function"],
    ...stick.expectations,
  ]);
  return {
    isAlways: always,
    store: guardStore(store ?? memoryStore(maxBytes), { patienceMs, onStoreError }),
    largestAnswerBytes,
    ttlMs,
    namespace,
    isRefusing: whenStoreFails === "refuse",
    sticky: stick.settings,
  };
}
