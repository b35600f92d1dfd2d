import { microUsd } from "../limits/amounts.ts";

/**
 * What one request and all inside it may cost, in millionths of a USD. The worst case is taken before a call, so that calls
 * at a time cannot pass it.
 */
export class Budget {
  #left: number;

  constructor(usd: number) {
    this.#left = microUsd(usd);
  }

  /** What nobody has spent or reserved. */
  get left(): number {
    return Math.max(0, this.#left);
  }

  take(amount: number): void {
    this.#left -= amount;
  }
}

/** What is left of all of several budgets; undefined where there is none. */
export function leftOf(budgets: ReadonlySet<Budget>): number | undefined {
  return budgets.size === 0 ? undefined : Math.min(...[...budgets].map(({ left }) => left));
}
