import { randomBytes } from "node:crypto";
import { SamplingError } from "../../handler/sampling-error.ts";
import { within } from "../../handler/time-limit.ts";
import { memoryStore } from "./memory-store.ts";
import type { LimitsOptions } from "./options.ts";
import { Patience } from "./patience.ts";
import { type Charge, type LimitStore, type Refusal, StoreError } from "./store.ts";

const RETRY_MS = 1_000;
/** Settlements that a store is still owed; the oldest are dropped, and their reservations stand. */
const MOST_OWED = 10_000;

/** How the ledger deals with its store. */
export type LedgerOptions = Pick<LimitsOptions, "whenStoreFails" | "onStoreError"> & {
  store: LimitStore;
  storeTimeoutMs: number;
};

/** What a call has reserved. */
export type Reservation = {
  /** Puts real amounts in the place of the reserved ones, in the order of the charges. Nobody has to wait for it. */
  settle: (amounts: readonly number[]) => void;
};

/**
 * Reserves and settles, whatever the store does: no answer takes longer than the store is given; what could not be told to it
 * is told when it is back.
 */
export class Ledger {
  readonly #options: LedgerOptions;
  /** Counts while the store fails, if that is wished. */
  readonly #meanwhile: LimitStore = memoryStore();
  readonly #patience: Patience;
  readonly #name = randomBytes(9).toString("base64url");
  readonly #owed = new Map<string, readonly number[]>();
  readonly #settling = new Set<Promise<void>>();
  #count = 0;
  #isFailing = false;
  #retry: NodeJS.Timeout | undefined;

  constructor(options: LedgerOptions) {
    this.#options = options;
    this.#patience = new Patience(options.storeTimeoutMs);
  }

  /** What of the charges would not fit now. A store that fails says nothing: the reservation will. */
  async check(charges: readonly Charge[], signal: AbortSignal): Promise<readonly Refusal[]> {
    try {
      return await this.#ask(() => this.#options.store.check(charges), signal);
    } catch (error) {
      this.#note(error, signal);
      return [];
    }
  }

  /**
   * Reserves all the charges, or gives those that do not fit.
   * @throws SamplingError "internal" where the store fails and calls are refused then; the signal's reason where it ends
   */
  async reserve(charges: readonly Charge[], signal: AbortSignal): Promise<Reservation | readonly Refusal[]> {
    const { store, whenStoreFails } = this.#options;
    this.#count += 1;
    const id = `${this.#name}-${this.#count.toString(36)}`;
    try {
      const refusals = await this.#ask(() => store.reserve(id, charges), signal);
      this.#isFailing = false;
      return refusals.length > 0 ? refusals : { settle: (amounts) => this.#settle(id, amounts) };
    } catch (error) {
      // It may have arrived all the same.
      if (!isUndone(error))
        this.#owe(
          id,
          charges.map(() => 0),
        );
      const cause = this.#note(error, signal);
      if (whenStoreFails !== "count-here")
        throw new SamplingError("internal", "The limits of this client cannot be checked", { cause });
    }
    const refusals = await this.#meanwhile.reserve(id, charges);
    return refusals.length > 0 ? refusals : { settle: (amounts) => void this.#meanwhile.settle(id, amounts) };
  }

  /** Tells the store what it is owed, as far as it answers, and lets go of it. */
  async close(): Promise<void> {
    await Promise.all(this.#settling);
    await this.#payOff();
    clearTimeout(this.#retry);
    await this.#options.store.close();
  }

  #settle(id: string, amounts: readonly number[]): void {
    const settling = this.#ask(() => this.#options.store.settle(id, amounts))
      .catch(() => this.#owe(id, amounts))
      .finally(() => this.#settling.delete(settling));
    this.#settling.add(settling);
  }

  /** Asks the store; a promise of it gets so much time. */
  async #ask<Answer>(question: () => Answer | Promise<Answer>, signal?: AbortSignal): Promise<Answer> {
    signal?.throwIfAborted();
    const answer = question();
    if (!(answer instanceof Promise)) return answer;
    const inTime = this.#patience.wait(answer);
    return signal === undefined ? inTime : within(signal, () => inTime);
  }

  /** Says that the store fails, once until it works again. @throws the signal's reason where that is why */
  #note(error: unknown, signal: AbortSignal): StoreError {
    signal.throwIfAborted();
    const failure = error instanceof StoreError ? error : new StoreError("failed", { cause: error });
    if (!this.#isFailing) this.#options.onStoreError?.(failure);
    this.#isFailing = true;
    return failure;
  }

  #owe(id: string, amounts: readonly number[]): void {
    this.#owed.set(id, amounts);
    const [oldest] = this.#owed.keys();
    if (this.#owed.size > MOST_OWED && oldest !== undefined) this.#owed.delete(oldest);
    this.#retry ??= setTimeout(() => void this.#payOff(), RETRY_MS).unref();
  }

  async #payOff(): Promise<void> {
    try {
      for (const [id, amounts] of this.#owed) {
        await this.#ask(() => this.#options.store.settle(id, amounts));
        this.#owed.delete(id);
      }
    } catch {
      // Again a little later.
    }
    this.#retry = this.#owed.size === 0 ? undefined : setTimeout(() => void this.#payOff(), RETRY_MS).unref();
  }
}

function isUndone(error: unknown): boolean {
  return error instanceof StoreError && error.isUndone;
}
