import { BackendError } from "../backends/backend-error.ts";
import type { Hold, ModelCall } from "../call/call-step.ts";
import type { ShareLeft } from "../call/time-left.ts";
import { currentFrame, Frame } from "../frames/frame.ts";
import { within } from "../handler/time-limit.ts";

/** Work that several wait for, each for as long as they like. */
export type SharedWork<Result> = {
  /** Waits for the result; rejects with the signal's reason where that ends first. Who says nothing of their time has all of it. */
  join: (signal: AbortSignal, shareLeft?: ShareLeft) => Promise<Result>;
  /** Whether who asks may pay for what it has come to so far. */
  hasRoom: () => boolean;
};

/** What shared work is done by. */
export type Sharing = {
  /** Ends when nobody waits for it. */
  signal: AbortSignal;
  /** How those who wait are told why it is held back. */
  hold: Hold;
  /** That of whoever of them has most of their time left, or of the last one who gave up. */
  shareLeft: ShareLeft;
};

/** How work is shared. */
export type SharingOptions = {
  /** What all who share it stand in: who stood deeper could wait for work that waits for them. */
  outer: Frame | undefined;
  /** Those who are known to join: what it may cost is reserved for all of them. */
  sharers?: readonly (Frame | undefined)[];
  /** Called when the last one leaves before the work is done. */
  abandon?: () => void;
};

/**
 * Makes work that is done once, when the first one joins. That one of those who wait leaves is nothing to the others; when the
 * last one leaves, `abandon` is called and the work's own signal ends with the reason of that one.
 */
export function shareWork<Result>(
  work: (sharing: Sharing) => Promise<Result>,
  { outer, sharers = [], abandon = () => {} }: SharingOptions,
): SharedWork<Result> {
  const controller = new AbortController();
  const frame = new Frame({ outer });
  for (const sharer of sharers) frame.share(sharer);
  let result: Promise<Result> | undefined;
  let isDone = false;
  const waiting = new Set<{ shareLeft: ShareLeft }>();
  const shareLeft: ShareLeft = (moment) => Math.max(...[...waiting].map((waiter) => waiter.shareLeft(moment)));
  let heldBack: BackendError | undefined;
  const hold: Hold = (why) => {
    heldBack = why;
  };
  const begin = (): Promise<Result> =>
    frame
      .run(() => work({ signal: controller.signal, hold, shareLeft }))
      .finally(() => {
        isDone = true;
      });
  const leave = (waiter: { shareLeft: ShareLeft }, { reason }: AbortSignal): void => {
    // The last one stays: how much time they had left is still asked.
    if (waiting.size > 1) waiting.delete(waiter);
    else if (!isDone) {
      abandon();
      controller.abort(reason);
    }
  };
  return {
    hasRoom: () => isDone || frame.hasRoomFor(currentFrame()),
    join: async (signal, shareLeft = () => 1) => {
      signal.throwIfAborted();
      const waiter = { shareLeft };
      waiting.add(waiter);
      if (!isDone) frame.share(currentFrame());
      result ??= begin();
      const shared = result;
      try {
        return await within(signal, () => shared);
      } catch (error) {
        throw heldBack !== undefined && isLate(signal) ? heldBack : error;
      } finally {
        leave(waiter, signal);
      }
    },
  };
}

/** Whether one who waited gave up on the model, not on the request. */
function isLate({ reason }: AbortSignal): boolean {
  return reason instanceof BackendError;
}

/** The call of a model as one that no request owns: it ends with the signal, and with nothing else. */
export function callOfNobody(modelCall: ModelCall, sharing: Sharing): ModelCall {
  return { ...modelCall, ...sharing, milliseconds: undefined };
}
