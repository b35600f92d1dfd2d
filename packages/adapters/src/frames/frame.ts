import { AsyncLocalStorage } from "node:async_hooks";
import type { Budget } from "../governance/nesting/budget.ts";

/** One for the process: work for different handlers stands inside each other too. */
const frames = new AsyncLocalStorage<Frame>();

let count = 0;

/** Work under way, as what runs inside it sees it: a request, a call of a model, or work that several requests share. */
export class Frame {
  /** Another one for each frame. */
  readonly id: number = ++count;
  /** What it stands in. */
  readonly outer: Frame | undefined;
  /** What a request may cost with all that is inside it. */
  readonly #budget: Budget | undefined;
  readonly #sharing = new Set<Frame>();
  #depth: number;
  #running = 0;

  constructor(is: { outer: Frame | undefined; depth?: number; budget?: Budget | undefined }) {
    this.outer = is.outer;
    this.#budget = is.budget;
    this.#depth = is.depth ?? is.outer?.depth ?? 0;
  }

  /** How many requests stand inside each other here. */
  get depth(): number {
    return this.#depth;
  }

  /** Whether anything still runs in it: what begins later is not inside it, however it was begun. */
  get isOpen(): boolean {
    return this.#running > 0;
  }

  /** Runs some work inside it. */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#running += 1;
    try {
      return await frames.run(this, work);
    } finally {
      this.#running -= 1;
    }
  }

  /** Makes it work for another one too. */
  share(frame: Frame | undefined): void {
    if (frame === undefined) return;
    this.#sharing.add(frame);
    this.#depth = Math.max(this.#depth, frame.depth);
  }

  /** The budgets of all whom it works for, and of all that they stand in. */
  budgets(): Set<Budget> {
    return new Set([...this.#ownBudgets(), ...(this.outer?.budgets() ?? [])]);
  }

  #ownBudgets(): Budget[] {
    const shared = [...this.#sharing].flatMap((frame) => frame.#ownBudgets());
    return this.#budget === undefined ? shared : [this.#budget, ...shared];
  }
}

/** Whether this code runs inside of a frame, however deep. */
export function isInside(frame: Frame): boolean {
  let around = currentFrame();
  while (around !== undefined && around !== frame) around = around.outer;
  return around === frame;
}

/** What this code runs inside of, as far as it is still under way. */
export function currentFrame(): Frame | undefined {
  let frame = frames.getStore();
  while (frame?.isOpen === false) frame = frame.outer;
  return frame;
}
