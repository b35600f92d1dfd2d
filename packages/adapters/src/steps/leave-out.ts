import type { Exchange, Step } from "../handler/exchange.ts";

/**
 * Ranks a request again without the models that would be held back now, so that who is asked about it sees those that will be
 * called. It is done before anybody is asked, each time.
 *
 * @throws SamplingError where no model is left
 */
export type LeaveOut = (exchange: Exchange) => Promise<Exchange>;

/** A step that does it. */
export function leavingOut(leaveOut: LeaveOut): Step {
  return async (exchange, next) => next(await leaveOut(exchange));
}

/** Several as one, in their order. */
export function joinLeaveOuts(all: readonly LeaveOut[]): LeaveOut {
  return async (exchange) => {
    let left = exchange;
    for (const leaveOut of all) left = await leaveOut(left);
    return left;
  };
}
