import { StoreError } from "./store.ts";

/** In so many parts the time is counted, none shorter than a millisecond. */
const PARTS = 10;

/**
 * Gives up on answers that take too long. Counted is only time in which this process was free to hear of them: ten thousand
 * requests that arrive at once keep it busy for seconds, and that is no fault of the store.
 */
export class Patience {
  readonly #parts: number;
  readonly #partMs: number;
  /** The parts that are left to each answer. */
  readonly #waiting = new Map<() => void, number>();
  #timer: NodeJS.Timeout | undefined;

  constructor(milliseconds: number) {
    this.#parts = Math.min(PARTS, milliseconds);
    this.#partMs = Math.floor(milliseconds / this.#parts);
  }

  /** The answer. @throws StoreError "timeout" where it does not come in time */
  wait<Answer>(answer: Promise<Answer>): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const giveUp = (): void => reject(new StoreError("timeout"));
      this.#waiting.set(giveUp, this.#parts);
      // However late it comes, a part counts once. The first one may have begun before.
      this.#timer ??= setInterval(() => this.#countDown(), this.#partMs);
      answer.then(resolve, reject).finally(() => this.#forget(giveUp));
    });
  }

  #countDown(): void {
    for (const [giveUp, parts] of this.#waiting) {
      this.#waiting.set(giveUp, parts - 1);
      if (parts > 1) continue;
      giveUp();
      this.#forget(giveUp);
    }
  }

  #forget(giveUp: () => void): void {
    this.#waiting.delete(giveUp);
    if (this.#waiting.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
