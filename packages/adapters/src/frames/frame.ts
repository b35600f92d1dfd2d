import { AsyncLocalStorage } from "node:async_hooks";
import type { Allowance } from "./allowance.ts";

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
  readonly #allowance: Allowance | undefined;
  /** What was spent and is reserved for it and for all that is inside it, in millionths of a USD. */
  #taken = 0;
  readonly #sharing = new Set<Frame>();
  #depth: number;
  #running = 0;

  constructor(is: { outer: Frame | undefined; depth?: number; allowance?: Allowance | undefined }) {
    this.outer = is.outer;
    this.#allowance = is.allowance;
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

  /** Makes it work for another one too, which pays for all that it has come to so far. */
  share(frame: Frame | undefined): void {
    if (frame === undefined) return;
    const before = this.#everyone();
    this.#sharing.add(frame);
    this.#depth = Math.max(this.#depth, frame.depth);
    for (const one of this.#everyone()) if (!before.has(one)) one.#pay(this.#taken);
  }

  /** Whether another one may pay for what it has come to so far. */
  hasRoomFor(frame: Frame | undefined): boolean {
    const before = this.allowances();
    return [...(frame?.allowances() ?? [])].every(
      (allowance) => before.has(allowance) || this.#taken <= allowance.left,
    );
  }

  /** Takes an amount of the allowances of all whom it works for, and of all that they stand in. */
  take(amount: number): void {
    for (const one of this.#everyone()) one.#pay(amount);
  }

  /** The allowances of all whom it works for, and of all that they stand in. */
  allowances(): Set<Allowance> {
    return new Set([...this.#everyone()].flatMap((one) => one.#allowance ?? []));
  }

  #pay(amount: number): void {
    this.#taken += amount;
    this.#allowance?.take(amount);
  }

  /** It, all whom it works for, and all that they stand in. */
  #everyone(known: Set<Frame> = new Set()): Set<Frame> {
    if (known.has(this)) return known;
    known.add(this);
    for (const frame of this.#sharing) frame.#everyone(known);
    return this.outer === undefined ? known : this.outer.#everyone(known);
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
