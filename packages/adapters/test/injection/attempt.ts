import type { ContentBlock, SamplingParams } from "../../src/index.ts";

/** What nobody but the model and the person who is asked may ever see: every prompt of the corpus may hold it. */
export const CANARY = "canary-7f3a";

/** Something that a hostile server tries. */
export type Attempt = {
  /** What it tries, as a sentence without a subject: "draws a question of its own". */
  tries: string;
  /** The name that the server goes by; default "weather". */
  server?: string;
  /** The params it sends, one after the other. Whatever they hold: no transport is in between. */
  sends: readonly unknown[];
  /** What becomes of each; default: all are answered. A number is the code of the error. */
  ends?: readonly ("answered" | number)[];
  /** The practice that holds against it, and is on then. */
  heldBy?: "limits" | "cache";
  /** Whether all is sent at once. */
  atOnce?: boolean;
};

/** Params of a request that says something, with what an attempt wants otherwise. */
export function saying(text: string, more: object = {}): SamplingParams {
  return {
    messages: [{ role: "user", content: { type: "text", text: `${CANARY} ${text}` } }],
    maxTokens: 100,
    ...more,
  };
}

/** Params with these blocks as the only message. */
export function holding(...content: unknown[]): SamplingParams {
  return { messages: [{ role: "user", content: content as ContentBlock[] }], maxTokens: 100 };
}

/** Params with preferences of any kind. */
export function preferring(modelPreferences: unknown, more: object = {}): SamplingParams {
  return saying("Hello", { modelPreferences, ...more });
}

/** Params with these hints. */
export function hinting(...names: unknown[]): SamplingParams {
  return preferring({ hints: names.map((name) => ({ name })), intelligencePriority: 1 });
}
