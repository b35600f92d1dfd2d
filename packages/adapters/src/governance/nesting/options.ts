/** How deep requests may stand in each other, how long tool loops may be, and what it may all cost. */
export type NestingOptions = {
  /** Requests that may stand inside each other; 1: none inside another. Default 3. */
  maxDepth?: number | undefined;
  /** Rounds of a server's tool loop; in the last one the model may ask for no tool. Default 10. */
  maxRounds?: number | undefined;
  /** USD that a request may cost with all that is inside it. Default: no bound. Models without a known price are left out then. */
  budgetUsd?: number | undefined;
};

const MAX_DEPTH = 3;
const MAX_ROUNDS = 10;

type Bounds = { maxDepth: number; maxRounds: number; budgetUsd: number | undefined };

/** Fills in defaults. @throws TypeError where an option is wrong, with all that are */
export function readNestingOptions(options: NestingOptions): Bounds {
  const { maxDepth = MAX_DEPTH, maxRounds = MAX_ROUNDS, budgetUsd } = options;
  const problems = [
    expect(isCount(maxDepth), "maxDepth", "a whole number of 1 or more"),
    expect(isCount(maxRounds), "maxRounds", "a whole number of 1 or more"),
    expect(budgetUsd === undefined || (Number.isFinite(budgetUsd) && budgetUsd >= 0), "budgetUsd", "USD, 0 or more"),
  ].filter((problem) => problem !== undefined);
  if (problems.length > 0) throw new TypeError(`nesting: ${problems.join("; ")}`);
  return { maxDepth, maxRounds, budgetUsd };
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 1;
}

function expect(holds: boolean, option: string, expected: string): string | undefined {
  return holds ? undefined : `option ${option}: expected ${expected}`;
}
