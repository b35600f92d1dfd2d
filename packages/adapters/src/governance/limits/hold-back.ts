import { BackendError } from "../../backends/backend-error.ts";
import { RATE_LIMITED, SamplingError } from "../../handler/sampling-error.ts";
import { MICRO } from "./amounts.ts";
import type { NamedCharge } from "./rules.ts";
import type { Refusal } from "./store.ts";

/**
 * The error for a call that does not fit. Another model may do where the limit is the model's, or is one of money, since
 * models differ in price: a `BackendError`. Else none will: a `SamplingError`.
 */
export function heldBack(
  model: string,
  charges: readonly NamedCharge[],
  refusals: readonly Refusal[],
): BackendError | SamplingError {
  const refused = refusals.flatMap(({ index, waitMs }) => {
    const charge = charges[index];
    return charge === undefined ? [] : [{ ...charge, waitMs }];
  });
  const isHopeless = refused.some(({ amount, limit }) => amount > limit);
  const wait = isHopeless ? {} : { retryAfterMs: Math.max(0, ...refused.map(({ waitMs }) => waitMs)) };
  const isForAllModels = refused.some(({ scope, unit }) => scope !== "model" && unit !== "usd");
  const code = !isForAllModels && refused.some(({ unit }) => unit === "usd") ? "over-budget" : "over-limit";
  const why = `${model} is not called: ${refused.map(inWords).join("; ")}.`;
  const error = new BackendError(code, why, { ...wait, isUnsent: true });
  return isForAllModels ? new SamplingError("rate-limited", RATE_LIMITED, { ...wait, cause: error }) : error;
}

const OF = { total: "of all", server: "of the server", model: "of the model" } as const;

function inWords({ scope, unit, window, limit, amount }: NamedCharge): string {
  const most = unit === "usd" ? `${limit / MICRO} USD` : `${limit} ${unit}`;
  const never = amount > limit ? ", which one call can pass alone" : "";
  return `the limit ${OF[scope]} is ${most} a ${window}${never}`;
}
