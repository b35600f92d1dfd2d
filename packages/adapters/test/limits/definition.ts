import { fc } from "@fast-check/vitest";
import { expect } from "vitest";
import type { Charge, Refusal } from "../../src/governance/limits/index.ts";
import type { StoreUnderTest } from "./stores.ts";

/** So long that no test sees one end by itself. */
export const WINDOW_MS = 1000 * 86_400_000;

const LIMITS: ReadonlyMap<string, number> = new Map([
  ["total:usd:day", 1000],
  ["server:a:requests:day", 7],
  ["model:b:tokens:day", 300],
]);

/** Amounts for each counter; 0 is no charge at all. */
export const amounts: fc.Arbitrary<number[]> = fc.tuple(fc.nat(400), fc.nat(3), fc.nat(150));

/** The charges of a call. */
export function chargesOf(amounts: readonly number[]): Charge[] {
  return [...LIMITS].flatMap(([counter, limit], at) => {
    const amount = amounts[at] ?? 0;
    return amount === 0 ? [] : [{ counter, windowMs: WINDOW_MS, limit, amount }];
  });
}

type Reservation = { id: string; charges: Charge[]; period: number };

/** What a store must do, in a few lines, beside one that does it. */
export class Definition {
  readonly #counts = new Map<string, number>();
  readonly #open: Reservation[] = [];
  readonly #tested: StoreUnderTest;
  #period = 0;
  #ids = 0;

  constructor(tested: StoreUnderTest) {
    this.#tested = tested;
  }

  async check(charges: Charge[]): Promise<void> {
    this.#compare(charges, await this.#tested.store.check(charges));
  }

  async reserve(charges: Charge[]): Promise<void> {
    this.#ids += 1;
    const id = `id-${this.#ids}`;
    const isReserved = this.#compare(charges, await this.#tested.store.reserve(id, charges));
    if (!isReserved) return;
    for (const { counter, amount } of charges) this.#add(counter, amount);
    this.#open.push({ id, charges, period: this.#period });
  }

  /** Settles one of the open reservations at shares of what it reserved, in hundredths; a second time changes nothing. */
  async settle(which: number, shares: readonly number[]): Promise<void> {
    const [reservation] = this.#open.splice(which % Math.max(1, this.#open.length), 1);
    if (reservation === undefined) return;
    const { id, charges, period } = reservation;
    const real = charges.map(({ amount }, at) => Math.floor((amount * (shares[at] ?? 0)) / 100));
    await this.#tested.other.settle(id, real);
    await this.#tested.store.settle(
      id,
      real.map(() => 0),
    );
    if (period !== this.#period) return;
    for (const [at, { counter, amount }] of charges.entries()) this.#add(counter, (real[at] ?? 0) - amount);
  }

  async endWindows(): Promise<void> {
    await this.#tested.endWindows();
    this.#counts.clear();
    this.#period += 1;
  }

  /** Compares all that is counted, and that no limit is passed. */
  async compareCounts(): Promise<void> {
    expectWithin(this.#counts, await this.#tested.counts());
  }

  #compare(charges: readonly Charge[], refusals: readonly Refusal[]): boolean {
    const refused = charges.flatMap(({ counter, limit, amount }, at) => {
      return (this.#counts.get(counter) ?? 0) + amount > limit ? [at] : [];
    });
    expect(refusals.map(({ index }) => index)).toEqual(refused);
    for (const { waitMs } of refusals) expect(waitMs > 0 && waitMs <= WINDOW_MS).toBe(true);
    return refused.length === 0;
  }

  #add(counter: string, amount: number): void {
    this.#counts.set(counter, (this.#counts.get(counter) ?? 0) + amount);
  }
}

/** Expects a store to have counted what was spent, and that it is within the limits. */
export function expectWithin(spent: ReadonlyMap<string, number>, counted: ReadonlyMap<string, number>): void {
  for (const [counter, limit] of LIMITS) {
    expect(counted.get(counter) ?? 0).toBe(spent.get(counter) ?? 0);
    expect(spent.get(counter) ?? 0).toBeLessThanOrEqual(limit);
  }
}
