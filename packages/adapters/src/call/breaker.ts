import { currentFrame, Frame, isInside } from "../frames/frame.ts";

/** Of the last calls more than this share must have failed. */
const SHARE = 0.8;

/** When a breaker opens, and for how long. */
export type BreakerOptions = {
  /** So many of the last calls are looked at. */
  size: number;
  /** Fewer calls say nothing. */
  least: number;
  restMs: number;
  /** Whether an error is a failure of what is called; others say nothing about it. */
  isFailure: (error: unknown) => boolean;
};

/** Why something was not called. */
export class RestingError extends Error {
  override readonly name = "RestingError";
}

/** The one call that tries what rested. */
type Trial = { frame: Frame; end: Promise<void> };

/** Waits for the end of a trial. It may reject before. */
export type WaitForTrial = (end: Promise<void>) => Promise<void>;

/**
 * Stands before something that may be ill. When more than four fifths of the last calls failed it rests; after that one call
 * tries it, for which the others wait, but those inside of it. Not so many failures in a row: of many calls at a time those that hang end together.
 */
export class Breaker {
  readonly #options: BreakerOptions;
  /** Whether the last calls failed, oldest first. */
  #failures: boolean[] = [];
  #isOpen = false;
  /** By a clock that nobody sets. */
  #restsUntil = 0;
  #trial: Trial | undefined;

  constructor(options: BreakerOptions) {
    this.#options = options;
  }

  /** Milliseconds until it may be tried; 0 where it does not rest. */
  get restMs(): number {
    return this.#isOpen ? Math.max(0, this.#restsUntil - performance.now()) : 0;
  }

  /** Makes a call and learns from how it ends. @throws RestingError | what the call throws | what the waiting throws */
  async run<Result>(call: () => Promise<Result>, wait: WaitForTrial = (end) => end): Promise<Result> {
    // Who is inside the trial would wait for it, and the trial for them.
    while (this.#trial !== undefined && !isInside(this.#trial.frame)) await wait(this.#trial.end);
    if (!this.#isOpen || this.#trial !== undefined) return this.#watch(call, (isFailure) => this.#count(isFailure));
    if (this.restMs > 0) throw new RestingError("It rests.");
    return this.#try(call);
  }

  #try<Result>(call: () => Promise<Result>): Promise<Result> {
    const frame = new Frame({ outer: currentFrame() });
    const trial = frame.run(() => this.#watch(call, (isFailure) => (isFailure ? this.#open() : this.#close())));
    const end = (): void => {
      this.#trial = undefined;
    };
    this.#trial = { frame, end: trial.then(end, end) };
    return trial;
  }

  async #watch<Result>(call: () => Promise<Result>, learn: (isFailure: boolean) => void): Promise<Result> {
    try {
      const result = await call();
      learn(false);
      return result;
    } catch (error) {
      if (this.#options.isFailure(error)) learn(true);
      throw error;
    }
  }

  #count(isFailure: boolean): void {
    const { size, least } = this.#options;
    this.#failures = [...this.#failures, isFailure].slice(-size);
    const { length } = this.#failures;
    const failed = this.#failures.filter(Boolean).length;
    // Calls that began before it opened end after it.
    if (!this.#isOpen && length >= least && failed > SHARE * length) this.#open();
  }

  #open(): void {
    this.#isOpen = true;
    this.#restsUntil = performance.now() + this.#options.restMs;
  }

  #close(): void {
    this.#isOpen = false;
    this.#failures = [];
  }
}
