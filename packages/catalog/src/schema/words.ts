import type { z } from "zod";
import { either } from "../problems/mismatch.ts";

/** Zod's names of types in plain words. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ["object", "a map"],
  ["record", "a map"],
  ["array", "a list"],
  ["string", "text"],
  ["number", "a number"],
  ["boolean", "true or false"],
]);

/** The expectation in words, to stand after "expected", where a schema does not bring its own. */
export function expectationOf(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === "invalid_type") return TYPES.get(issue.expected);
  if (issue.code === "invalid_value")
    return `${issue.values.length > 1 ? "one of " : ""}${either(issue.values.map(String))}`;
  return undefined;
}
