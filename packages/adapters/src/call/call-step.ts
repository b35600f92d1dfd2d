import type { Choice, Model } from "@modelpref/router";
import type { Backend, Call, Completion } from "../backends/backend.ts";
import type { BackendError } from "../backends/backend-error.ts";
import type { Exchange } from "../handler/exchange.ts";
import type { ShareLeft } from "./time-left.ts";

/** Told why a call is held back, and with nothing when it goes on. */
export type Hold = (why: BackendError | undefined) => void;

/** One call of one model on its way. */
export type ModelCall = {
  exchange: Exchange;
  /** The model's place in the ranking. */
  choice: Choice;
  /** Its entry in the catalog. */
  model: Model | undefined;
  backend: Backend;
  /** What the back end is asked. */
  call: Call;
  /** Ends when nobody waits for it any more: that of its request, or of all that share it. */
  signal: AbortSignal;
  /** How long it may take; undefined where only the signal ends it. */
  milliseconds: number | undefined;
  /** How much of its whole time is left: waiting before it is made uses it up. */
  shareLeft: ShareLeft;
  /** Where several wait for it: who gives up while it is held back was not let down by the model. */
  hold?: Hold;
};

/** Hands a call to the steps that follow. */
export type NextCall = (modelCall: ModelCall) => Promise<Completion>;

/**
 * One step around the call of one model: it may answer itself, refuse, or hand the call on. It rejects with a
 * `BackendError`, after which another model may be tried, or a `SamplingError`, which ends the request.
 */
export type CallStep = (modelCall: ModelCall, next: NextCall) => Promise<Completion>;

/** Several steps as one way: the first is the outermost, the last one calls. */
export function joinCallSteps(steps: readonly CallStep[]): NextCall {
  const end: NextCall = () => Promise.reject(new Error("the last step must answer"));
  return steps.reduceRight<NextCall>((next, step) => (modelCall) => step(modelCall, next), end);
}
