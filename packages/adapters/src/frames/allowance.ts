import { microUsd } from "../cost/amounts.ts";

/**
 * What one request and all inside it may cost, in millionths of a USD. The worst case is taken before a call, so that calls
 * at a time cannot pass it.
 */
export class Allowance {
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

/** What is left of all of several budgets; without end where there is none. */
export function leftOf(allowances: ReadonlySet<Allowance>): number {
  return Math.min(...[...allowances].map(({ left }) => left));
}
