import type { CallStep } from "../call/call-step.ts";
import type { Step } from "../handler/exchange.ts";
import type { Lifetime } from "../handler/lifetime.ts";
import type { SamplingError } from "../handler/sampling-error.ts";
import { tellQuietly } from "../handler/tell-quietly.ts";
import type { CallingClient } from "../sdk/calling-client.ts";
import type { LeaveOut } from "../steps/leave-out.ts";

/** The practices in the order in which a request meets them, whatever order they are given in. */
const PRACTICES = ["telemetry", "log", "nesting", "limits", "cache", "batching"] as const;

/** A request as it arrived, unchecked. */
export type Arrival = { params: unknown; server: string | undefined; lifetime: Lifetime };

/** What a responsible client does beside routing: a step around requests, a step around calls of models, or both. */
export type Practice = {
  name: (typeof PRACTICES)[number];
  /** Around a request that is ranked, approvals and all. */
  request?: Step;
  /** Inside of its `request`, before anybody is asked, each time: leaves out the models that it would hold back. */
  leaveOut?: LeaveOut;
  /** Around each call of one model that a request asks for, inside of what notes the attempt: it may answer for the model. */
  call?: CallStep;
  /** Around each call that is really made, for one request or for several, outside of the breaker: it may hold it back. */
  admit?: CallStep;
  /** Around the back end alone, inside of all else. */
  backend?: CallStep;
  /** Told of a request that no step sees, since it could not be ranked: mostly one that breaks a rule of MCP. */
  refused?: (error: SamplingError, arrival: Arrival) => void;
  /** Told of each client that a handler is registered with; requests name their handler in their lifetime. */
  connect?: (client: CallingClient, handler: object) => void;
};

/** Practices in their order. @throws TypeError where one is there twice, or none of ours */
export function inOrder(practices: readonly Practice[]): Practice[] {
  const rankOf = ({ name }: Practice): number => PRACTICES.indexOf(name);
  const sorted = practices.toSorted((a, b) => rankOf(a) - rankOf(b));
  const wrong = sorted.find((practice, index) => rankOf(practice) < 0 || sorted[index - 1]?.name === practice.name);
  if (wrong !== undefined)
    throw new TypeError(
      `createSamplingHandler: option practices: expected each of ${PRACTICES.join(", ")} once, got ${wrong.name}`,
    );
  return sorted;
}

/** Tells the practices of a request that no step sees. What they throw matters to nobody. */
export function tellRefused(practices: readonly Practice[], error: SamplingError, arrival: Arrival): void {
  for (const { refused } of practices) tellQuietly(() => refused?.(error, arrival));
}
