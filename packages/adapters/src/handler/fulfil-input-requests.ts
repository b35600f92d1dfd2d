import { isObject } from "../measure/json.ts";
import type { SamplingRequest, SamplingResult } from "../protocol/sampling.ts";
import { SamplingError } from "./sampling-error.ts";
import type { SamplingHandler } from "./sampling-handler.ts";

/** Sampling requests of one round; each may cost money. */
const MOST_REQUESTS = 16;

/** A result that asks for input, as revision 2026-07-28 has it. */
export type InputRequired = {
  inputRequests?: { readonly [key: string]: { method: string; params?: unknown } } | undefined;
  requestState?: string | undefined;
};

/** What the retry of the request carries, but for what only the client can answer. */
export type InputFulfilled = {
  /** The answers to the sampling requests, bare, under the server's keys. */
  inputResponses: { [key: string]: SamplingResult };
  /** The server's state, to be echoed as it is; absent where it sent none. */
  requestState?: string;
  /** The requests of other kinds (elicitation, roots) under their keys: answer these too before the retry. */
  others: { [key: string]: { method: string; params?: unknown } };
};

/**
 * Answers the sampling requests inside an "input required" result, all at once, for clients that drive the rounds of
 * revision 2026-07-28 by hand. Rejects with the first `SamplingError`, and takes the other requests back: then there is
 * nothing to retry with (R29).
 */
export async function fulfilInputRequests(
  result: InputRequired,
  handler: SamplingHandler,
  { signal }: { signal?: AbortSignal | undefined } = {},
): Promise<InputFulfilled> {
  const entries = Object.entries(isObject(result.inputRequests) ? result.inputRequests : {});
  const isSampling = ([, request]: [string, unknown]): boolean =>
    isObject(request) && request["method"] === "sampling/createMessage";
  const asked = entries.filter(isSampling) as [string, SamplingRequest][];
  if (asked.length > MOST_REQUESTS)
    throw new SamplingError("invalid-request", `Invalid request: expected at most ${MOST_REQUESTS} sampling requests`);
  const others = mapOf(entries.filter((entry) => !isSampling(entry)));
  const answered = await answerAll(asked, handler, signal);
  const inputResponses = mapOf(answered);
  const { requestState } = result;
  return { inputResponses, ...(requestState === undefined ? {} : { requestState }), others };
}

/** A map without prototype: the keys are the server's, `__proto__` among them. */
function mapOf<Value>(entries: readonly [string, Value][]): { [key: string]: Value } {
  return Object.assign(Object.create(null), Object.fromEntries(entries));
}

async function answerAll(
  asked: readonly [string, SamplingRequest][],
  handler: SamplingHandler,
  outer: AbortSignal | undefined,
): Promise<[string, SamplingResult][]> {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  if (outer?.aborted === true) stop();
  outer?.addEventListener("abort", stop, { once: true });
  const context = { signal: controller.signal };
  try {
    return await Promise.all(
      asked.map(
        async ([key, { method, params }]) =>
          [key, await handler({ method, params }, context)] as [string, SamplingResult],
      ),
    );
  } finally {
    stop();
    outer?.removeEventListener("abort", stop);
  }
}
