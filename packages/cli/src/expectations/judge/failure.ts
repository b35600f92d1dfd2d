import type { Explanation } from "@modelpref/router";
import type { Expect } from "../read/schema.ts";

/** One expectation that does not hold. */
export type Failure = {
  expectation: keyof Expect;
  /** The way from `expect` to what was expected. */
  path: readonly (string | number)[];
  /** What was expected and what is, both in words. */
  expected: string;
  received: string;
  /** Why it is so, in one line. */
  reason: string;
};

/** Compares one expectation, where a test has it, with an explanation. */
export type Judge = (expect: Expect, explanation: Explanation) => Failure[];
