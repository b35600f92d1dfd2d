import type { CatalogProblemCode, Finding } from "./problem.ts";

/** What is said of a value that is not what it should be. */
export type Mismatch = { expected: string; received: string; suggestion?: string | undefined };

/** The finding for a mismatch: `expected a number, received "2,5"; did you mean 2.5?` */
export function mismatch(code: CatalogProblemCode, { expected, received, suggestion }: Mismatch): Finding {
  const message = `expected ${expected}, received ${received}${didYouMean(suggestion)}`;
  return { code, message, expected, received, suggestion };
}

/** The end of a sentence that suggests something, or nothing. */
export function didYouMean(suggestion: string | undefined): string {
  return suggestion === undefined ? "" : `; did you mean ${suggestion}?`;
}

/** `a, b or c`. */
export function either(choices: readonly string[]): string {
  const last = choices.at(-1) ?? "";
  return choices.length < 2 ? last : `${choices.slice(0, -1).join(", ")} or ${last}`;
}
