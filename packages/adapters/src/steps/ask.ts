import type { Exchange } from "../handler/exchange.ts";
import { REFUSED, SamplingError } from "../handler/sampling-error.ts";
import { within } from "../handler/time-limit.ts";

/**
 * Asks a person, or the function that decides for them. Where nobody answers in time, that is a refusal. Where whoever
 * decides fails, nobody allowed it: an error too.
 */
export async function ask<Approval>(
  { lifetime: { signal } }: Exchange,
  question: (options: { signal: AbortSignal }) => Approval | Promise<Approval>,
): Promise<Approval> {
  try {
    return await within(signal, () => question({ signal }));
  } catch (error) {
    const reason = error instanceof SamplingError ? error.data.reason : undefined;
    if (reason === "deadline") throw new SamplingError("refused", REFUSED, { note: "nobody answered in time" });
    throw reason === undefined ? new SamplingError("internal", "The approval failed", { cause: error }) : error;
  }
}
