import type { Place } from "@modelpref/catalog/documents";
import { viewJson } from "../../views/json.ts";
import type { FileResult, TestResult } from "../run-tests.ts";
import { countTests } from "./count.ts";

/** Every test with its pick and the reason, and what failed. */
export function reportJson(results: readonly FileResult[]): string {
  const files = results.map(({ file, catalog, tests }) => ({ file, catalog, tests: tests.map(testJson) }));
  return viewJson({ schema: "modelpref-tests/1", ...countTests(results), files }, "indented");
}

function testJson({ name, place, pick, reason, failures }: TestResult): object {
  return {
    name,
    ...lineAndColumn(place),
    holds: failures.length === 0,
    pick,
    reason,
    failures: failures.map(({ expectation, expected, received, reason, place: at }) => ({
      expectation,
      ...lineAndColumn(at),
      expected,
      received,
      reason,
    })),
  };
}

function lineAndColumn({ line, column }: Place): object {
  return { line, column };
}
