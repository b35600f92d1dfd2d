import type { Check } from "./case.ts";
import { isObject, type JsonObject } from "./json.ts";
import type { Outcome, Seen } from "./seen.ts";

/** All of several checks; the first complaint counts. */
export function all(...checks: readonly Check[]): Check {
  return (seen) => {
    for (const check of checks) {
      const complaint = check(seen);
      if (complaint !== undefined) return complaint;
    }
    return undefined;
  };
}

/** Every request got a result with a model's name, a role and content. */
export const served: Check = ({ outcomes }) =>
  first(outcomes, (outcome) => {
    if (outcome.error !== undefined) return `expected a result, got ${told(outcome)}`;
    const { model, role, content } = resultOf(outcome);
    const isWhole = typeof model === "string" && typeof role === "string" && typeof content === "object";
    return isWhole ? undefined : `expected model, role and content, got ${told(outcome)}`;
  });

/** Every request got an error, and no model was called for it; with this code, and these words in its message. */
export function refused({ code, message }: { code?: number; message?: string } = {}): Check {
  return ({ outcomes, calls }) => {
    if (calls.length > 0) return `expected no call of a model, got ${calls.length}`;
    return first(outcomes, (outcome) => {
      const { error } = outcome;
      if (error === undefined) return `expected an error, got ${told(outcome)}`;
      if (code !== undefined && error.code !== code) return `expected code ${code}, got ${told(outcome)}`;
      const isSaid = message === undefined || String(error.message).includes(message);
      return isSaid ? undefined : `expected "${message}", got ${told(outcome)}`;
    });
  };
}

/** Every request got a result or an error with a number: nothing was lost. */
export const answered: Check = ({ outcomes }) =>
  first(outcomes, (outcome) =>
    outcome.error === undefined || Number.isInteger(outcome.error.code)
      ? undefined
      : `expected an error with an integer code, got ${told(outcome)}`,
  );

/** Models that were called, in order. */
export function called(...names: readonly string[]): Check {
  return all(served, ({ calls }) => {
    const models = calls.map(({ model }) => model);
    const isSo = models.length === names.length && models.every((model, index) => model === names[index]);
    return isSo ? undefined : `expected a call of ${names.join(", ")}, got ${models.join(", ") || "none"}`;
  });
}

/** The one result, judged. */
export function oneResult(judge: (result: JsonObject) => string | undefined): Check {
  return all(served, ({ outcomes: [only] }) => (only === undefined ? "expected a result" : judge(resultOf(only))));
}

/** What the first call of a model shows, judged. */
export function firstCall(judge: (call: Seen["calls"][number]) => string | undefined): Check {
  return ({ calls: [call] }) => (call === undefined ? "expected a call of a model" : judge(call));
}

/** Whether texts stand in the messages that a model got, in this order. */
export function messagesHold(...texts: readonly string[]): Check {
  return firstCall(({ messages }) => {
    const sent = JSON.stringify(messages) ?? "";
    let from = 0;
    for (const text of texts) {
      from = sent.indexOf(text, from);
      if (from < 0) return `expected ${text} in its place among the messages of the call`;
    }
    return undefined;
  });
}

/** The blocks of a result. */
export function blocksOf({ content }: JsonObject): JsonObject[] {
  return [content].flat().filter(isObject);
}

/** A result as an object; an empty one where it is none. */
function resultOf({ result }: Outcome): JsonObject {
  return isObject(result) ? result : {};
}

/** An outcome in a few words. */
function told({ result, error }: Outcome): string {
  if (error !== undefined) return `error ${String(error.code)} "${String(error.message).slice(0, 120)}"`;
  return `result ${(JSON.stringify(result) ?? "undefined").slice(0, 120)}`;
}

function first(outcomes: readonly Outcome[], judge: (outcome: Outcome) => string | undefined): string | undefined {
  for (const outcome of outcomes) {
    const complaint = judge(outcome);
    if (complaint !== undefined) return complaint;
  }
  return undefined;
}
