import { AsyncLocalStorage } from "node:async_hooks";
import type { Budget } from "./budget.ts";

/** A request under way, as those inside it see it. */
export type Frame = {
  /** How many requests it stands in, itself among them. */
  depth: number;
  /** Its own budget and those of the requests that it stands in. */
  budgets: readonly Budget[];
  /** Whether it is still under way: what begins later is not inside it, however it was begun. */
  isOpen: boolean;
};

/** One for the process: requests of different handlers stand inside each other too. */
const frames = new AsyncLocalStorage<Frame>();

/** The request that this code runs for, if any. */
export function currentFrame(): Frame | undefined {
  const frame = frames.getStore();
  return frame?.isOpen === true ? frame : undefined;
}

/** Runs some work as that of a request, until it ends. */
export async function runInside<Result>(frame: Frame, work: () => Promise<Result>): Promise<Result> {
  try {
    return await frames.run(frame, work);
  } finally {
    frame.isOpen = false;
  }
}
