import type { Path, Problem } from "../problems/problem.ts";
import { received } from "./received.ts";

/** A JSON object as it was parsed: its keys are the sender's, so read it with `own`. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** What a document has wrong (it cannot be used) and odd (it can). */
export type Findings = { problems: Problem[]; warnings: Problem[] };

/** Whether a parsed value is an object, and neither null nor an array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value of a key the object itself has; never what every object inherits. */
export function own(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** What a key may hold, in code and in words. */
export type Kind = { expected: string; fits(value: unknown): boolean };

/** The kinds of values that requests are made of. */
export const kinds: Readonly<Record<"object" | "array" | "text" | "priority" | "number" | "content" | "role", Kind>> = {
  object: { expected: "an object", fits: isObject },
  array: { expected: "an array", fits: Array.isArray },
  text: { expected: "a string", fits: (value) => typeof value === "string" },
  priority: { expected: "a number from 0 to 1", fits: (value) => typeof value === "number" },
  content: {
    expected: "a content block or an array of them",
    fits: (value) => isObject(value) || Array.isArray(value),
  },
  role: { expected: '"user" or "assistant"', fits: (value) => value === "user" || value === "assistant" },
  number: { expected: "a number", fits: (value) => typeof value === "number" },
};

/** Whether a value is of a kind; what is not is a problem. */
export function checkPresent(findings: Findings, value: unknown, kind: Kind, path: Path): boolean {
  if (kind.fits(value)) return true;
  findings.problems.push({
    code: "wrong-type",
    path,
    expected: kind.expected,
    received: received(value),
    ...(value === null ? { remedy: "leave the key out where nothing is to be said" } : {}),
  });
  return false;
}

/** The same for a key that may be left out. */
export function check(findings: Findings, value: unknown, kind: Kind, path: Path): boolean {
  return value !== undefined && checkPresent(findings, value, kind, path);
}

/** The object under a path, if it is one. */
export function checkObject(findings: Findings, value: unknown, path: Path): JsonObject | undefined {
  return check(findings, value, kinds.object, path) && isObject(value) ? value : undefined;
}

/** The objects of an array under a path; entries that are none are problems. */
export function checkObjects(findings: Findings, value: unknown, path: Path): { entry: JsonObject; path: Path }[] {
  if (!check(findings, value, kinds.array, path) || !Array.isArray(value)) return [];
  return value.flatMap((one, index) => {
    const at = [...path, index];
    const entry = checkObject(findings, one, at);
    return entry === undefined ? [] : [{ entry, path: at }];
  });
}
