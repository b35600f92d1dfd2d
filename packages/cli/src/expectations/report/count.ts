import type { FileResult } from "../run-tests.ts";

/** How many tests there are, and how many of them do not hold. */
export function countTests(results: readonly FileResult[]): { tests: number; failed: number } {
  const tests = results.flatMap((result) => result.tests);
  return { tests: tests.length, failed: tests.filter(({ failures }) => failures.length > 0).length };
}
