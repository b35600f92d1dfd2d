import { randomBytes } from "node:crypto";
import { SamplingError } from "../../handler/sampling-error.ts";
import { memoryStore } from "./memory-store.ts";
import type { LimitsOptions } from "./options.ts";
import type { Charge, LimitStore, Refusal } from "./store.ts";
import { WatchedStore, type WatchedStoreOptions } from "./watched-store.ts";

/** How the ledger deals with its store. */
export type LedgerOptions = WatchedStoreOptions & Pick<LimitsOptions, "whenStoreFails">;

/** What a call has reserved. */
export type Reservation = {
  /** Puts real amounts in the place of the reserved ones, in the order of the charges. Nobody has to wait for it. */
  settle: (amounts: readonly number[]) => void;
};

/** Reserves and settles in a store or, where that is wished, in this process while the store is away. */
export class Ledger {
  readonly #store: WatchedStore;
  /** Counts while the store is away, if that is wished. */
  readonly #here: LimitStore | undefined;
  readonly #name = randomBytes(9).toString("base64url");
  #count = 0;

  constructor({ whenStoreFails, ...options }: LedgerOptions) {
    this.#store = new WatchedStore(options);
    if (whenStoreFails === "count-here") this.#here = memoryStore();
  }

  /** Whether the store is known to be away. */
  get isStoreAway(): boolean {
    return this.#store.isAway;
  }

  /**
   * What of the charges would not fit now.
   * @throws SamplingError "internal" where the store is away and calls are refused then; the signal's reason where it ends
   */
  async check(charges: readonly Charge[], signal: AbortSignal): Promise<readonly Refusal[]> {
    try {
      return await this.#store.check(charges, signal);
    } catch (error) {
      return this.#storeInstead(error, signal).check(charges);
    }
  }

  /** Reserves all the charges, or gives those that do not fit. @throws as `check` */
  async reserve(charges: readonly Charge[], signal: AbortSignal): Promise<Reservation | readonly Refusal[]> {
    this.#count += 1;
    const id = `${this.#name}-${this.#count.toString(36)}`;
    try {
      const refusals = await this.#store.reserve(id, charges, signal);
      return refusals.length > 0 ? refusals : { settle: (amounts) => this.#store.settle(id, amounts) };
    } catch (error) {
      const here = this.#storeInstead(error, signal);
      const refusals = await here.reserve(id, charges);
      return refusals.length > 0 ? refusals : { settle: (amounts) => void here.settle(id, amounts) };
    }
  }

  /** Tells the store what is still open, as far as it answers, and lets go of it. */
  close(): Promise<void> {
    return this.#store.close();
  }

  #storeInstead(error: unknown, signal: AbortSignal): LimitStore {
    signal.throwIfAborted();
    if (this.#here !== undefined) return this.#here;
    throw new SamplingError("internal", "The limits of this client cannot be checked", { cause: error });
  }
}
