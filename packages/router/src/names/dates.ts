// Dates in model names: 20241022, 2024-10-22, 2024-10, 10-2024, 05-20 (month-day), 2411 (year-month), 1106 (month-day).

const YEAR = /^20[12]\d$/;
const MONTH = /^(0[1-9]|1[0-2])$/;
const DAY = /^(0[1-9]|[12]\d|3[01])$/;
const WHOLE_DATE = /^20[12]\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/;
const YEAR_MONTH = /^2\d(0[1-9]|1[0-2])$/;
const MONTH_DAY = /^(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/;

/** Neighbouring parts that make one date, longest first. */
const SHAPES: readonly (readonly RegExp[])[] = [
  [YEAR, MONTH, DAY],
  [YEAR, MONTH],
  [MONTH, YEAR],
  [MONTH, DAY],
];

const BEGINS_WITH_DIGIT = /^\d/;

/** Whether a token, as `joinDates` leaves it, is a date. */
export function isDate(token: string): boolean {
  if (!BEGINS_WITH_DIGIT.test(token)) return false;
  if (WHOLE_DATE.test(token) || YEAR_MONTH.test(token) || MONTH_DAY.test(token) || YEAR.test(token)) return true;
  const parts = token.split("-");
  return parts.length > 1 && SHAPES.some((shape) => shape.length === parts.length && fits(shape, parts, 0));
}

/**
 * Joins neighbouring parts that make a date into one token, so that they are not read as a version. A month and a day
 * without a year count only where no number stands before them: in `3-05-20` they may as well be a version.
 */
export function joinDates(parts: readonly string[]): readonly string[] {
  if (!parts.some(mayBeginDate)) return parts;
  const joined: string[] = [];
  let index = 0;
  while (index < parts.length) {
    const length = lengthOfDate(parts, index, joined.at(-1));
    joined.push(length === 1 ? (parts[index] ?? "") : parts.slice(index, index + length).join("-"));
    index += length;
  }
  return joined;
}

/** How many parts from here on make one date; 1 where none do. */
function lengthOfDate(parts: readonly string[], start: number, previous: string | undefined): number {
  if (!mayBeginDate(parts[start] ?? "")) return 1;
  const afterNumber = previous !== undefined && /^\d+$/.test(previous);
  return SHAPES.find((shape) => !(afterNumber && shape[0] === MONTH) && fits(shape, parts, start))?.length ?? 1;
}

function mayBeginDate(part: string): boolean {
  return (part.length === 2 || part.length === 4) && BEGINS_WITH_DIGIT.test(part);
}

function fits(shape: readonly RegExp[], parts: readonly string[], start: number): boolean {
  return shape.every((pattern, offset) => pattern.test(parts[start + offset] ?? ""));
}
