import type { BackendError } from "../backends/backend-error.ts";
import { OVER_BUDGET, RATE_LIMITED, SamplingError, type SamplingErrorData } from "../handler/sampling-error.ts";

/** Why models gave no answer, by their ids, in the order in which they were tried. */
export type Failures = ReadonlyMap<string, BackendError>;

/** How many of them were called: the others were held back. */
export function attemptsIn(failures: Failures): number {
  return [...failures.values()].filter(({ isHeldBack }) => !isHeldBack).length;
}

/** The end of a request whose models all failed, rest, or are held back: another model may still answer it. */
export class OutOfModels extends SamplingError {
  // Private, so that who prints the error prints nothing of what back ends threw.
  readonly #failures: Failures;

  constructor(failures: Failures) {
    const { reason, message } = endOf(failures);
    const waits = [...failures.values()].flatMap(({ retryAfterMs }) => retryAfterMs ?? []);
    super(reason, message, waits.length > 0 ? { retryAfterMs: Math.min(...waits) } : {});
    this.#failures = failures;
  }

  /** The models that failed or were held back; where none failed, those that rest as well. */
  get failures(): Failures {
    return this.#failures;
  }
}

function endOf(failures: Failures): Pick<SamplingErrorData, "reason"> & { message: string } {
  const attempts = attemptsIn(failures);
  const last = [...failures.values()].findLast(({ code }) => code !== "resting");
  if (last === undefined || attempts > 0)
    return { reason: "models-failed", message: `No model answered; ${attempts} tried` };
  return last.code === "over-budget"
    ? { reason: "over-budget", message: OVER_BUDGET }
    : { reason: "rate-limited", message: RATE_LIMITED };
}
