import type { Completion } from "../../backends/backend.ts";
import { checkCompletion } from "../../call/check-completion.ts";
import { isObject } from "../../measure/json.ts";
import type { SamplingParams } from "../../protocol/sampling.ts";

const SCHEMA = "modelpref-answer/1";

/** What an answer was asked of: its key, the model's name, and what an answer may hold. */
export type Asked = { key: string; model: string; params: SamplingParams };

/** An answer as text to keep. It names its key, so that no store can give it for another one. */
export function writeAnswer(key: string, { model, content, stopReason, usage }: Completion): string {
  return JSON.stringify({ schema: SCHEMA, key, at: Date.now(), answer: { model, content, stopReason, usage } });
}

/**
 * An answer as it was kept, checked as a back end's is; undefined where it is none, belongs to another key, or was written
 * more than `milliseconds` ago. One from the future is as old as it is early: clocks are set back, too.
 */
export function readAnswer(text: unknown, milliseconds: number, asked: Asked): Completion | undefined {
  try {
    const stored: unknown = typeof text === "string" ? JSON.parse(text) : undefined;
    if (!isObject(stored) || stored["schema"] !== SCHEMA || stored["key"] !== asked.key) return undefined;
    const age = Math.abs(Date.now() - Number(stored["at"]));
    return age <= milliseconds ? checkCompletion(stored["answer"], asked) : undefined;
  } catch {
    // Not JSON, or no answer to this request.
    return undefined;
  }
}
