import { BackendError, type BackendErrorCode } from "../../backends/backend-error.ts";
import { MICRO } from "../../cost/amounts.ts";
import { RATE_LIMITED, SamplingError } from "../../handler/sampling-error.ts";
import type { Limit } from "./rules.ts";
import type { Refusal } from "./store.ts";

/** A limit, and what a call may come to. */
export type LimitedCharge = Limit & { amount: number };

/**
 * The error for a call that does not fit. Another model may do where the limit is the model's, or is one of money or tokens,
 * since models differ in price and in how much they can write: a `BackendError`. Else none will: a `SamplingError`.
 */
export function heldBack(
  model: string,
  charges: readonly LimitedCharge[],
  refusals: readonly Refusal[],
): BackendError | SamplingError {
  const refused = refusals.flatMap(({ index, waitMs }) => {
    const charge = charges[index];
    return charge === undefined ? [] : [{ ...charge, waitMs }];
  });
  const forAllModels = refused.filter(({ scope, unit }) => scope !== "model" && unit === "requests");
  if (forAllModels.length > 0) {
    const cause = refusal("over-limit", model, forAllModels);
    const { retryAfterMs } = cause;
    return new SamplingError("rate-limited", RATE_LIMITED, {
      cause,
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    });
  }
  return refusal(refused.some(({ unit }) => unit === "usd") ? "over-budget" : "over-limit", model, refused);
}

type Refused = LimitedCharge & Pick<Refusal, "waitMs">;

function refusal(code: BackendErrorCode, model: string, refused: readonly Refused[]): BackendError {
  const isHopeless = refused.some(({ amount, limit }) => amount > limit);
  const retryAfterMs = isHopeless ? undefined : Math.max(...refused.map(({ waitMs }) => waitMs));
  const message = `${model} is not called: ${refused.map(inWords).join("; ")}.`;
  return new BackendError(code, message, { retryAfterMs, isUnsent: true });
}

const OF = { total: "of all", server: "of the server", model: "of the model" } as const;

function inWords({ scope, unit, window, limit, amount }: LimitedCharge): string {
  const most = unit === "usd" ? `${limit / MICRO} USD` : `${limit} ${unit}`;
  const never = amount > limit ? ", which one call can pass alone" : "";
  return `the limit ${OF[scope]} is ${most} a ${window}${never}`;
}
