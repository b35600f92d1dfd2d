import type { SamplingParams, SamplingRequest } from "../../src/index.ts";

/** Params of a plain request, with what a test wants otherwise. */
export function params(more: Partial<SamplingParams> = {}): SamplingParams {
  return { messages: [{ role: "user", content: { type: "text", text: "Hello" } }], maxTokens: 100, ...more };
}

/** A request with such params. */
export function request(more: Partial<SamplingParams> = {}): SamplingRequest {
  return { method: "sampling/createMessage", params: params(more) };
}
