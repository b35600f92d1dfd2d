import { isObject, type JsonObject } from "../../measure/json.ts";
import { BackendError } from "../backend-error.ts";
import { jsonText } from "../conversation/json-text.ts";
import { connectionError } from "../failure/connection-error.ts";
import { providerFault } from "../failure/provider-fault.ts";
import { statusError } from "../failure/status-error.ts";
import type { Endpoint } from "./endpoint.ts";
import { type HttpFailure, httpFailure, withoutSecret } from "./http-error.ts";
import { readBody } from "./read-body.ts";

/** How one request is sent. */
export type Sending = { endpoint: Endpoint; fetch: typeof globalThis.fetch; maxBytes: number; signal: AbortSignal };

/** Posts a body and gives the JSON of the answer, or what failed. Rejects with the signal's reason, or a `BackendError`. */
export async function post(body: JsonObject, sending: Sending): Promise<{ json: JsonObject } | HttpFailure> {
  const { endpoint, maxBytes, signal } = sending;
  const text = jsonText(body);
  const headers = endpoint.headers();
  try {
    const request = { method: "POST", headers, body: text, redirect: "manual", signal } as const;
    const response = await sending.fetch(endpoint.url, request);
    if (!response.ok || response.redirected) return await httpFailure(endpoint, response);
    return parsed(endpoint, await readBody(endpoint.host, response.body, maxBytes));
  } catch (error) {
    if (error instanceof BackendError && !signal.aborted) throw error;
    throw connectionError(endpoint.host, error, signal);
  }
}

/** Some providers send an error as a success, with the status in the body. */
function parsed(endpoint: Endpoint, text: string): { json: JsonObject } | HttpFailure {
  const json = jsonValue(text);
  if (!isObject(json)) {
    const what = text.trimStart().startsWith("<") ? "a page of HTML" : "no JSON object";
    throw new BackendError("malformed", `The answer of ${endpoint.host} is ${what}.`);
  }
  if (json["choices"] !== undefined || !isObject(json["error"])) return { json };
  const fault = withoutSecret(providerFault(json), endpoint.key());
  return { fault, error: statusError(endpoint.host, fault.status ?? 500, fault, undefined) };
}

function jsonValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
