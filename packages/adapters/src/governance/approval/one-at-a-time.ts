import { within } from "../../handler/time-limit.ts";

/** Runs work one after the other; work whose signal ends before its turn, or during it, holds nobody up. */
export type OneAtATime = <Result>(signal: AbortSignal, work: () => Promise<Result>) => Promise<Result>;

/** A queue of its own. */
export function oneAtATime(): OneAtATime {
  let last: Promise<unknown> = Promise.resolve();
  return (signal, work) => {
    const turn = last.then(() => within(signal, work));
    last = turn.catch(() => {});
    return within(signal, () => turn);
  };
}
