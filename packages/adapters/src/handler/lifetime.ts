import { currentFrame, type Frame } from "../frames/frame.ts";
import { identityOf, type RequestIdentity, type SamplingContext, signalOf } from "../protocol/context.ts";
import type { Attempt } from "./outcome.ts";
import { createProgress } from "./progress.ts";
import { SamplingError } from "./sampling-error.ts";
import type { SamplingEvent } from "./sampling-event.ts";
import { limitTime } from "./time-limit.ts";

/** What belongs to one request from its arrival to its end, however often it is edited. */
export type Lifetime = {
  /** When it arrived, and when it must have ended, by the clock of `performance.now()`. */
  start: number;
  deadline: number;
  /** Ends at the deadline, or when the server takes the request back. */
  signal: AbortSignal;
  /** Tells the server that work goes on, where it asked to be told. */
  report: (message: string) => void;
  /** The calls made so far. */
  attempts: Attempt[];
  /** What else happened so far, for who watches. */
  events: SamplingEvent[];
  /** Which handler answers it. */
  handler: object;
  /** What it was asked inside of, as far as is known. */
  inside: Frame | undefined;
  /** How the request is known on the wire, as far as the client says. */
  identity: RequestIdentity;
};

/** Begins a request's lifetime; `end` lets go of its timers. */
export function beginLifetime(
  handler: object,
  deadlineMs: number,
  context: SamplingContext | undefined,
): Lifetime & { end: () => void } {
  const start = performance.now();
  const limit = limitTime(deadlineMs, () => new SamplingError("deadline", "No answer in time"), {
    signal: signalOf(context),
    reason: () => new SamplingError("cancelled", "The server took the request back"),
  });
  const progress = createProgress(context);
  return {
    start,
    deadline: start + deadlineMs,
    signal: limit.signal,
    report: progress.report,
    attempts: [],
    events: [],
    handler,
    inside: currentFrame(),
    identity: identityOf(context),
    end: () => {
      limit.free();
      progress.end();
    },
  };
}
