import { LRUCache } from "lru-cache";
import type { Charge, Refusal } from "./store.ts";

/** More than are tight at a time. One that is forgotten costs a call that is refused. */
const MOST_KNOWN = 10_000;

/** Counters that refused a call: while they are near their limits it is worth asking before a model is picked. */
export class TightCounters {
  /** The smallest amount that was refused, and the end of its window, by the clock of `performance.now()`. */
  readonly #refused = new LRUCache<string, { amount: number; until: number }>({ max: MOST_KNOWN });

  has(counter: string): boolean {
    const refused = this.#refused.get(counter);
    return refused !== undefined && refused.until > performance.now();
  }

  /** Learns which charges of a call did not fit. */
  learn(charges: readonly Charge[], refusals: readonly Refusal[]): void {
    for (const { index, waitMs } of refusals) {
      const { counter, amount } = charges[index] ?? { counter: "", amount: 0 };
      const smallest = Math.min(amount, this.#refused.get(counter)?.amount ?? amount);
      this.#refused.set(counter, { amount: smallest, until: performance.now() + waitMs });
    }
  }

  /** A call fitted: so there is room again for as much as was refused, where it was as large. */
  forget(charges: readonly Charge[]): void {
    for (const { counter, amount } of charges) {
      const refused = this.#refused.get(counter);
      if (refused !== undefined && amount >= refused.amount) this.#refused.delete(counter);
    }
  }
}
