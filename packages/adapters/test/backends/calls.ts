import type { Call, Completion } from "../../src/backends/backend.ts";
import { BackendError } from "../../src/backends/backend-error.ts";
import type { SamplingMessage } from "../../src/protocol/sampling.ts";

/** A message of the user with one text. */
export function user(text: string): SamplingMessage {
  return { role: "user", content: { type: "text", text } };
}

/** A message of the assistant with one text. */
export function assistant(text: string): SamplingMessage {
  return { role: "assistant", content: { type: "text", text } };
}

/** A call of the model "m" that says hello, with more or other fields. */
export function callWith(more: Partial<Call> = {}): Call {
  return { model: "m", messages: [user("Hello")], maxTokens: 100, ...more };
}

/** A signal that nobody aborts. */
export function unaborted(): { signal: AbortSignal } {
  return { signal: new AbortController().signal };
}

/** The `BackendError` that a call ends with; anything else fails the test. */
export async function failure(completion: Promise<Completion>): Promise<BackendError> {
  const error: unknown = await completion.then(
    (answer) => new Error(`answered ${JSON.stringify(answer)}`),
    (reason: unknown) => reason,
  );
  if (error instanceof BackendError) return error;
  throw error;
}
