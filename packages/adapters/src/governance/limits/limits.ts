import type { Practice } from "../practice.ts";
import { Budget } from "./budget.ts";
import { leaveOutSpent } from "./leave-out-spent.ts";
import { Ledger } from "./ledger.ts";
import { memoryStore } from "./memory-store.ts";
import type { LimitsOptions } from "./options.ts";
import { readLimits } from "./read-options.ts";
import { redisStore } from "./redis-store.ts";
import type { LimitStore } from "./store.ts";
import { takePlace } from "./take-place.ts";
import { withinBudget } from "./within-budget.ts";

/** Limits as a practice. */
export type LimitsPractice = Practice & {
  /** Tells the store what is still open and closes its connection, which keeps a process alive. */
  close: () => Promise<void>;
};

/**
 * Limits what servers and models may use: calls, tokens and USD per minute, hour and day, and calls at a time. Before a call its
 * worst case is reserved, after it what it really came to is counted: so however many calls there are at a time, in however
 * many processes, they never come to more than the limit. A model over its limit is left out of the ranking; a server over
 * its own gets an error with `retryAfterMs`.
 *
 * @throws TypeError where an option is wrong
 */
export function limits(options: LimitsOptions): LimitsPractice {
  const { rules, places, storeTimeoutMs } = readLimits(options);
  const ledger = new Ledger({ ...options, store: storeOf(options), storeTimeoutMs });
  const budget = new Budget(rules, ledger);
  const inPlace = takePlace(places);
  const inBudget = withinBudget(budget);
  return {
    name: "limits",
    leaveOut: leaveOutSpent(budget),
    admit: (modelCall, next) => inPlace(modelCall, (placed) => inBudget(placed, next)),
    close: () => ledger.close(),
  };
}

function storeOf({ store, key, onStoreError }: LimitsOptions): LimitStore {
  if (store === undefined) return memoryStore();
  return typeof store === "string" ? redisStore(store, { key, onForgotten: onStoreError }) : store;
}
