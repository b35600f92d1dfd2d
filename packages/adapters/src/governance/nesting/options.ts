import { checkOptions, type ExpectedOptions } from "../../options/check-options.ts";
import { count, type Expected } from "../../options/expected.ts";

/** How deep requests may stand in each other, how long tool loops may be, and what it may all cost. */
export type NestingOptions = {
  /** Requests that may stand inside each other; 1: none inside another. Default 3. */
  maxDepth?: number | undefined;
  /** Rounds of a server's tool loop; in the last one the model may ask for no tool. Default 10. */
  maxRounds?: number | undefined;
  /** USD that a request may cost with all that is inside it. Default: no bound. Models without a known price are left out then. */
  budgetUsd?: number | undefined;
};

/** The options with their defaults. */
export type NestingSettings = { maxDepth: number; maxRounds: number; budgetUsd: number | undefined };

const MAX_DEPTH = 3;
const MAX_ROUNDS = 10;

const USD: Expected = { words: "USD, 0 or more", holds: (value) => Number.isFinite(value) && Number(value) >= 0 };
const EXPECTED: ExpectedOptions<NestingOptions> = { maxDepth: count(1), maxRounds: count(1), budgetUsd: USD };

/** Fills in defaults. @throws TypeError with all options that are wrong */
export function nestingSettings(options: NestingOptions): NestingSettings {
  checkOptions("nesting", options, EXPECTED);
  const { maxDepth = MAX_DEPTH, maxRounds = MAX_ROUNDS, budgetUsd } = options;
  return { maxDepth, maxRounds, budgetUsd };
}
