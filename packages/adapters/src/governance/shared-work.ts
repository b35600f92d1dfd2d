import type { ModelCall } from "../call/call-step.ts";
import { within } from "../handler/time-limit.ts";

/** Work that several wait for, each for as long as they like. */
export type SharedWork<Result> = {
  /** Waits for the result; rejects with the signal's reason where that ends first. */
  join: (signal: AbortSignal) => Promise<Result>;
  /** How many wait now. */
  waiting: () => number;
};

/**
 * Makes work that is done once, when the first one joins. That one of those who wait leaves is nothing to the others; when the
 * last one leaves, `abandon` is called and the work's own signal ends with the reason of that one.
 */
export function shareWork<Result>(
  work: (signal: AbortSignal) => Promise<Result>,
  abandon: () => void = () => {},
): SharedWork<Result> {
  const controller = new AbortController();
  let result: Promise<Result> | undefined;
  let isDone = false;
  let waiting = 0;
  const begin = (): Promise<Result> =>
    work(controller.signal).finally(() => {
      isDone = true;
    });
  return {
    waiting: () => waiting,
    join: async (signal) => {
      signal.throwIfAborted();
      waiting += 1;
      result ??= begin();
      const shared = result;
      try {
        return await within(signal, () => shared);
      } finally {
        waiting -= 1;
        if (waiting === 0 && !isDone) {
          abandon();
          controller.abort(signal.reason);
        }
      }
    },
  };
}

/** The call of a model as one that no request owns: it ends with the signal, and with nothing else. */
export function callOfNobody(modelCall: ModelCall, signal: AbortSignal): ModelCall {
  return { ...modelCall, signal, milliseconds: undefined };
}
