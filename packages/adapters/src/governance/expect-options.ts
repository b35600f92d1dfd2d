/** What one option of a practice must be: whether it is, its name, and what was expected. */
export type Expectation = readonly [holds: boolean, option: string, expected: string];

/** @throws TypeError with all options of a practice that are wrong */
export function expectOptions(practice: string, expectations: readonly Expectation[]): void {
  const problems = expectations
    .filter(([holds]) => !holds)
    .map(([, option, expected]) => `option ${option}: expected ${expected}`);
  if (problems.length > 0) throw new TypeError(`${practice}: ${problems.join("; ")}`);
}

/** The longest that a timer can wait. */
const LONGEST_MS = 2 ** 31 - 1;

/** Expects milliseconds that a timer can wait. */
export function expectMilliseconds(option: string, value: unknown): Expectation {
  const holds = typeof value === "number" && value > 0 && value <= LONGEST_MS;
  return [holds, option, `milliseconds, more than 0 and at most ${LONGEST_MS}`];
}

/** Expects a whole number of at least `least`. */
export function expectCount(option: string, value: unknown, least = 1): Expectation {
  return [Number.isSafeInteger(value) && Number(value) >= least, option, `a whole number of ${least} or more`];
}
