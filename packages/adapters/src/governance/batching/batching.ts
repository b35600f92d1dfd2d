import type { Practice } from "../practice.ts";
import { answerInBatches } from "./answer-in-batches.ts";
import { type BatchingOptions, batchingSettings } from "./options.ts";

/**
 * The practice that makes one call of several small ones: requests of one server, of a single short text, with the same model,
 * system prompt and parameters, that come within a short time. Where the model does not answer each of them in the form
 * that was asked for, each goes alone. Requests of different servers never share a call.
 *
 * @throws TypeError where an option is wrong
 */
export function batching(options: BatchingOptions = {}): Practice {
  return { name: "batching", call: answerInBatches(batchingSettings(options)) };
}
