// The public names of @modelpref/adapters/limits, listed by hand.
export { type LimitsPractice, limits } from "./limits.ts";
export { memoryStore } from "./memory-store.ts";
export type { Allowance, LimitsOptions, Rates } from "./options.ts";
export { type RedisStoreOptions, redisStore } from "./redis-store.ts";
export { type Charge, type LimitStore, type Refusal, StoreError } from "./store.ts";
