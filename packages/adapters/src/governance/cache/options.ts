import { type ExpectedOptions, optionProblems, refuse } from "../../options/check-options.ts";
import { count, FUNCTION, MILLISECONDS, objectWith, oneOf, TEXT, YES_OR_NO } from "../../options/expected.ts";
import type { AnswerStore } from "./answer-store.ts";
import { type GuardedStore, guardStore } from "./guarded-store.ts";
import { memoryStore } from "./memory-store.ts";
import { STICKY, type StickyOptions, type StickySettings, stickyProblems, stickySettings } from "./sticky-options.ts";

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

const EXPECTED: ExpectedOptions<CacheOptions> = {
  always: YES_OR_NO,
  store: objectWith("an object with get, set and delete, such as a Keyv", "get", "set", "delete"),
  maxBytes: count(1),
  largestAnswerBytes: count(1),
  ttlMs: MILLISECONDS,
  namespace: TEXT,
  patienceMs: MILLISECONDS,
  whenStoreFails: oneOf("answer", "refuse"),
  onStoreError: FUNCTION,
  sticky: STICKY,
};

/** Fills in defaults. @throws TypeError with all options that are wrong */
export function cacheSettings(options: CacheOptions): CacheSettings {
  refuse("cache", [...optionProblems(options, EXPECTED), ...stickyProblems(options.sticky)]);
  const { always = false, maxBytes = MAX_BYTES, largestAnswerBytes = LARGEST_ANSWER_BYTES, ttlMs = TTL_MS } = options;
  const { namespace = "modelpref", patienceMs = PATIENCE_MS, whenStoreFails = "answer", onStoreError } = options;
  const { store, sticky = false } = options;
  return {
    isAlways: always,
    store: guardStore(store ?? memoryStore(maxBytes), { patienceMs, onStoreError }),
    largestAnswerBytes,
    ttlMs,
    namespace,
    isRefusing: whenStoreFails === "refuse",
    sticky: stickySettings(sticky),
  };
}
