/** What an option must be where it is there. */
export type Expected = {
  /** In words, after "expected". */
  readonly words: string;
  readonly holds: (value: unknown) => boolean;
  readonly isRequired?: true;
};

/** The longest that a timer can wait. */
const LONGEST_MS = 2 ** 31 - 1;

export const YES_OR_NO: Expected = { words: "true or false", holds: (value) => typeof value === "boolean" };

export const TEXT: Expected = { words: "text", holds: (value) => typeof value === "string" };

export const FUNCTION: Expected = { words: "a function", holds: (value) => typeof value === "function" };

export const MILLISECONDS: Expected = {
  words: `milliseconds, more than 0 and at most ${LONGEST_MS}`,
  holds: (value) => typeof value === "number" && value > 0 && value <= LONGEST_MS,
};

export const TEXT_OR_FUNCTION: Expected = {
  words: "text, or a function that gives it",
  holds: (value) => TEXT.holds(value) || FUNCTION.holds(value),
};

/** A whole number of at least `least`. */
export function count(least: number): Expected {
  const holds = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= least;
  return { words: `a whole number of ${least} or more`, holds };
}

/** One of a few words. */
export function oneOf(...values: readonly string[]): Expected {
  return {
    words: values.map((value) => JSON.stringify(value)).join(" or "),
    holds: (value) => values.includes(value as string),
  };
}

/** An object with these functions. */
export function objectWith(words: string, ...functions: readonly string[]): Expected {
  const holds = (value: unknown): boolean =>
    typeof value === "object" &&
    value !== null &&
    functions.every((name) => typeof Reflect.get(value, name) === "function");
  return { words, holds };
}

/** The same, where it may not be left out. */
export function required(expected: Expected): Expected {
  return { ...expected, isRequired: true };
}
