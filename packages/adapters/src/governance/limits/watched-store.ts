import { tellQuietly } from "../../handler/tell-quietly.ts";
import { within } from "../../handler/time-limit.ts";
import type { LimitsOptions } from "./options.ts";
import { Patience } from "./patience.ts";
import { type Charge, type LimitStore, type Refusal, StoreError } from "./store.ts";

/** So often a store that is away is looked for. */
const LOOK_MS = 1_000;
/** Settlements that a store is still owed; the oldest are dropped, and their reservations stand. */
const MOST_OWED = 10_000;
/** Of an id that nobody has nothing becomes: it only shows whether the store is there. */
const NOBODY = "nobody";

/** What is watched, and how. */
export type WatchedStoreOptions = Pick<LimitsOptions, "onStoreError"> & { store: LimitStore; storeTimeoutMs: number };

/** What a store is asked. */
type Question<Answer> = (store: LimitStore) => Answer | Promise<Answer>;

/**
 * A store that may be away. No answer takes longer than the store is given; once one failed nobody waits for it: all else is
 * refused at once until the store is found back. Then it is told what it could not be told.
 */
export class WatchedStore {
  readonly #options: WatchedStoreOptions;
  readonly #patience: Patience;
  readonly #owed = new Map<string, readonly number[]>();
  readonly #settling = new Set<Promise<void>>();
  /** Why it is away. */
  #failure: StoreError | undefined;
  #nextLook: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(options: WatchedStoreOptions) {
    this.#options = options;
    this.#patience = new Patience(options.storeTimeoutMs);
  }

  /** Whether it failed, and was not found back since. */
  get isAway(): boolean {
    return this.#failure !== undefined;
  }

  /** What of the charges would not fit now. @throws StoreError | the signal's reason */
  async check(charges: readonly Charge[], signal: AbortSignal): Promise<readonly Refusal[]> {
    signal.throwIfAborted();
    const asked = this.#ask((store) => store.check(charges));
    return within(signal, () => asked);
  }

  /** Reserves all the charges, or gives those that do not fit. @throws StoreError | the signal's reason */
  async reserve(id: string, charges: readonly Charge[], signal: AbortSignal): Promise<readonly Refusal[]> {
    signal.throwIfAborted();
    const asked = this.#ask((store) => store.reserve(id, charges));
    try {
      return await within(signal, () => asked);
    } catch (error) {
      const takeBack = (): Promise<void> =>
        this.#settleOrOwe(
          id,
          charges.map(() => 0),
        );
      // It may be there all the same, or get there late.
      this.#track(asked.then(takeBack, (failure: unknown) => (isUndone(failure) ? undefined : takeBack())));
      throw error;
    }
  }

  /** Puts real amounts in the place of the reserved ones: now, or when the store is back. */
  settle(id: string, amounts: readonly number[]): void {
    this.#track(this.#settleOrOwe(id, amounts));
  }

  /** Tells the store what it is owed, if it is there, and lets go of it. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#nextLook);
    await Promise.all(this.#settling);
    if (this.#owed.size > 0) await this.#look();
    await this.#options.store.close();
  }

  async #ask<Answer>(question: Question<Answer>): Promise<Answer> {
    if (this.#failure !== undefined) throw new StoreError(this.#failure.code, { isUndone: true });
    return this.#reach(question);
  }

  async #reach<Answer>(question: Question<Answer>): Promise<Answer> {
    try {
      const answer = question(this.#options.store);
      return answer instanceof Promise ? await this.#patience.wait(answer) : answer;
    } catch (error) {
      const failure = error instanceof StoreError ? error : new StoreError("failed", { cause: error });
      if (this.#failure === undefined) {
        this.#failure = failure;
        tellQuietly(() => this.#options.onStoreError?.(failure));
        this.#lookIn(0);
      }
      throw failure;
    }
  }

  #settleOrOwe(id: string, amounts: readonly number[]): Promise<void> {
    return this.#ask((store) => store.settle(id, amounts)).catch(() => this.#owe(id, amounts));
  }

  #owe(id: string, amounts: readonly number[]): void {
    this.#owed.set(id, amounts);
    const [oldest] = this.#owed.keys();
    if (this.#owed.size > MOST_OWED && oldest !== undefined) this.#owed.delete(oldest);
    this.#lookIn(LOOK_MS);
  }

  #track(settling: Promise<void>): void {
    const tracked = settling.finally(() => this.#settling.delete(tracked));
    this.#settling.add(tracked);
  }

  #lookIn(milliseconds: number): void {
    if (!this.#isClosed) this.#nextLook ??= setTimeout(() => void this.#look(), milliseconds).unref();
  }

  /** Looks whether the store is back, and tells it what it is owed. */
  async #look(): Promise<void> {
    try {
      if (this.isAway) await this.#reach((store) => store.settle(NOBODY, []));
      this.#failure = undefined;
      for (const [id, amounts] of this.#owed) {
        await this.#reach((store) => store.settle(id, amounts));
        this.#owed.delete(id);
      }
    } catch {
      // Again a little later.
    }
    this.#nextLook = undefined;
    if (this.isAway || this.#owed.size > 0) this.#lookIn(LOOK_MS);
  }
}

function isUndone(error: unknown): boolean {
  return error instanceof StoreError && error.isUndone;
}
