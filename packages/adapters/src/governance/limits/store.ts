/** One limit that a call counts against, and by how much. Whole numbers: requests, tokens, or millionths of a USD. */
export type Charge = {
  /** What is counted, for whom, and per what: letters, digits, `:`, `-` and `_`. */
  counter: string;
  /** Milliseconds of the counter's window. Windows lie one after the other from 1970 on, so a day is a day of UTC. */
  windowMs: number;
  /** 0..1e15. */
  limit: number;
  /** 0..2e15. */
  amount: number;
};

/** A charge that does not fit. */
export type Refusal = {
  /** Its place in the list of charges. */
  index: number;
  /** Milliseconds until its window ends. */
  waitMs: number;
};

/**
 * Keeps counters. Every method is one step: nothing of another call comes in between, in whichever process it runs. It
 * rejects with a `StoreError` where the store fails.
 */
export type LimitStore = {
  /** Adds all the charges under an id, or, where one would pass its limit, none; gives those that do not fit. */
  reserve(id: string, charges: readonly Charge[]): readonly Refusal[] | Promise<readonly Refusal[]>;
  /**
   * Which of the charges would not fit now, each by itself, without adding anything. A counter may be in several of them, and
   * there may be thousands.
   */
  check(charges: readonly Charge[]): readonly Refusal[] | Promise<readonly Refusal[]>;
  /**
   * Puts the real amounts, in the order of the charges, in the place of the reserved ones. Once for each id; what is not known
   * or was settled is left as it is, and so are windows that ended.
   */
  settle(id: string, amounts: readonly number[]): void | Promise<void>;
  /** Lets go of its connection. */
  close(): void | Promise<void>;
};

/** A store that failed. Its message names no address and no password. */
export class StoreError extends Error {
  override readonly name = "StoreError";
  /** One word: what Redis says first, such as `WRONGPASS` or `OOM`, the system's code, `timeout`, or `forgot`. */
  readonly code: string;
  /** Whether it is certain that the store did not do what it was asked. */
  readonly isUndone: boolean;

  constructor(code: string, more: { message?: string; isUndone?: boolean; cause?: unknown } = {}) {
    const { message = `The store of the limits failed (${code}).`, cause } = more;
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.isUndone = more.isUndone === true;
  }
}
