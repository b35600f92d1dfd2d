import { SamplingError } from "../handler/sampling-error.ts";
import type { SamplingParams } from "../protocol/sampling.ts";

/**
 * Takes out of a request what nobody shall see: no approval, no practice and no model gets what it removed. It gives the new
 * params themselves, not a promise of them.
 */
export type Redact = (params: SamplingParams) => SamplingParams;

/**
 * Valid params after redaction, valid again. Where redaction fails nothing goes on, and the fault is the client's.
 * @throws SamplingError "internal"
 */
export function redactParams(
  params: SamplingParams,
  redact: Redact | undefined,
  validate: (params: unknown) => SamplingParams,
): SamplingParams {
  if (redact === undefined) return params;
  try {
    const redacted: unknown = redact(params);
    if (redacted instanceof Promise) {
      // Nobody waits for it: what it rejects with must not end the process.
      redacted.catch(() => {});
      throw new TypeError("redact: expected params, got a promise; it must not be async");
    }
    return validate(redacted);
  } catch (error) {
    throw new SamplingError("internal", "The redaction failed", { cause: error });
  }
}
