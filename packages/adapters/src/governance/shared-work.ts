import { BackendError } from "../backends/backend-error.ts";
import type { Hold, ModelCall } from "../call/call-step.ts";
import { within } from "../handler/time-limit.ts";
import { currentFrame, Frame } from "./frame.ts";

/** Work that several wait for, each for as long as they like. */
export type SharedWork<Result> = {
  /** Waits for the result; rejects with the signal's reason where that ends first. */
  join: (signal: AbortSignal) => Promise<Result>;
};

/** What shared work is done by: a signal that ends when nobody waits for it, and a way to tell them why it is held back. */
export type Sharing = { signal: AbortSignal; hold: Hold };

/** How work is shared. */
export type SharingOptions = {
  /** What all who share it stand in: who stood deeper could wait for work that waits for them. */
  outer: Frame | undefined;
  /** Called when the last one leaves before the work is done. */
  abandon?: () => void;
};

/**
 * Makes work that is done once, when the first one joins. That one of those who wait leaves is nothing to the others; when the
 * last one leaves, `abandon` is called and the work's own signal ends with the reason of that one.
 */
export function shareWork<Result>(
  work: (sharing: Sharing) => Promise<Result>,
  { outer, abandon = () => {} }: SharingOptions,
): SharedWork<Result> {
  const controller = new AbortController();
  const frame = new Frame({ outer });
  let result: Promise<Result> | undefined;
  let isDone = false;
  let waiting = 0;
  let heldBack: BackendError | undefined;
  const hold: Hold = (why) => {
    heldBack = why;
  };
  const begin = (): Promise<Result> =>
    frame
      .run(() => work({ signal: controller.signal, hold }))
      .finally(() => {
        isDone = true;
      });
  return {
    join: async (signal) => {
      signal.throwIfAborted();
      waiting += 1;
      frame.share(currentFrame());
      result ??= begin();
      const shared = result;
      try {
        return await within(signal, () => shared);
      } catch (error) {
        throw heldBack !== undefined && isLate(signal) ? heldBack : error;
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

/** Whether one who waited gave up on the model, not on the request. */
function isLate({ reason }: AbortSignal): boolean {
  return reason instanceof BackendError;
}

/** The call of a model as one that no request owns: it ends with the signal, and with nothing else. */
export function callOfNobody(modelCall: ModelCall, { signal, hold }: Sharing): ModelCall {
  return { ...modelCall, signal, hold, milliseconds: undefined };
}
