import type { Backend, Call, Completion } from "../../src/index.ts";

/** A back end that is a function, and what it was asked. */
export type RecordingBackend = Backend & { calls: Call[] };

/** Makes a back end of a function from a call to an answer; a text stands for an answer of that text. */
export function answering(
  answer: (call: Call, signal: AbortSignal) => Completion | string | Promise<Completion | string>,
): RecordingBackend {
  const calls: Call[] = [];
  return {
    calls,
    complete: async (call, { signal }) => {
      calls.push(call);
      const given = await answer(call, signal);
      if (typeof given !== "string") return given;
      return { model: call.model, content: [{ type: "text", text: given }], stopReason: "endTurn" };
    },
  };
}

/** Never answers, until the signal ends it. */
export function hanging(): RecordingBackend {
  return answering(
    (_, signal) => new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
  );
}

/** Never answers, and does not listen to the signal either. */
export function deaf(): RecordingBackend {
  return answering(() => new Promise(() => {}));
}
