import type { LimitStore, StoreError } from "./store.ts";

/** How much per minute, hour and day. Windows begin with the minute, hour and day of UTC. */
export type Rates = { minute?: number | undefined; hour?: number | undefined; day?: number | undefined };

/** What may be used. What is left out is not limited. */
export type Allowance = {
  /** Calls of models. A request that falls back from one model to the next calls several; one that the cache answers, none. */
  requests?: Rates | undefined;
  /** Tokens of prompts and answers. */
  tokens?: Rates | undefined;
  /** USD, by the catalog's prices; counted in millionths. A model whose price is not known is not called then. */
  usd?: Rates | undefined;
};

/** What is limited, for whom, and where it is counted. */
export type LimitsOptions = {
  /** For all servers and models together. */
  total?: Allowance | undefined;
  /**
   * For each server by itself, by globs of names; where several fit, the smallest numbers count. A server without a name is "".
   */
  servers?: Readonly<Record<string, Allowance>> | undefined;
  /** For each model by itself, by globs of ids; where several fit, the smallest numbers count. */
  models?: Readonly<Record<string, Allowance>> | undefined;
  /** Calls of each model at a time in this process, by globs of ids. Who waits longer than their time goes to another model. */
  concurrency?: Readonly<Record<string, number>> | undefined;
  /**
   * Where it is counted: in this process, which is the default, or in a Redis or Valkey server by its URL, which several
   * processes share (needs the package `ioredis`), or in a store of your own.
   */
  store?: string | LimitStore | undefined;
  /** The key of the counters in Redis or Valkey: who has the same shares them. Default `modelpref:limits`. */
  key?: string | undefined;
  /**
   * What happens while the store does not answer: no model is called, which is the default, or calls are counted in this
   * process meanwhile, against the same limits, and never told to the store.
   */
  whenStoreFails?: "refuse" | "count-here" | undefined;
  /** Milliseconds that the store has for an answer. Default 2000. */
  storeTimeoutMs?: number | undefined;
  /** Told when the store fails, once until it works again; and, with the code `forgot`, when Redis does not know what it counted. */
  onStoreError?: ((error: StoreError) => void) | undefined;
};
