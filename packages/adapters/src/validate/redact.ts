import { SamplingError } from "../handler/sampling-error.ts";
import type { SamplingParams } from "../protocol/sampling.ts";

/** Takes out of a request what nobody shall see: no approval, no practice and no model gets what it removed. */
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
    return validate(redact(params));
  } catch (error) {
    throw new SamplingError("internal", "The redaction failed", { cause: error });
  }
}
