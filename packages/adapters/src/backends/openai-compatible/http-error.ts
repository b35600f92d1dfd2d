import { BackendError } from "../backend-error.ts";
import { type ProviderFault, providerFaultOfText } from "../failure/provider-fault.ts";
import { retryAfterMs } from "../failure/retry-after.ts";
import { statusError } from "../failure/status-error.ts";
import type { Endpoint } from "./endpoint.ts";
import { readStart } from "./read-body.ts";

/** An answer that is no success: what the provider says of it, and the error to throw. */
export type HttpFailure = { error: BackendError; fault: ProviderFault };

/** Errors are short. */
const MOST_BYTES = 64 * 1024;

/** Reads an answer with a status other than success. A redirect is refused: it would hand key and prompt to another. */
export async function httpFailure({ host, key }: Endpoint, response: Response): Promise<HttpFailure> {
  const { text } = await readStart(response.body, MOST_BYTES);
  const fault = withoutSecret(providerFaultOfText(text), key());
  const { status } = response;
  if (status < 400) {
    return {
      fault,
      error: new BackendError("not-found", `${host} sends the call elsewhere (status ${status}).`, { status }),
    };
  }
  return {
    fault,
    error: statusError(
      host,
      status,
      fault,
      retryAfterMs((name) => response.headers.get(name)),
    ),
  };
}

/** A word that is a part of the key is not shown. */
export function withoutSecret(fault: ProviderFault, key: string): ProviderFault {
  const isSecret = fault.word !== undefined && key.toLowerCase().includes(fault.word);
  return isSecret ? { ...fault, word: undefined } : fault;
}
