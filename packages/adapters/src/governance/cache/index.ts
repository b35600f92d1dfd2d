// The public names of @modelpref/adapters/cache, listed by hand.
export type { AnswerStore } from "./answer-store.ts";
export { cache } from "./cache.ts";
export type { CacheOptions } from "./options.ts";
export { type SqliteDatabase, type SqliteStoreOptions, sqliteStore } from "./sqlite-store.ts";
export type { StickyOptions } from "./sticky-options.ts";
