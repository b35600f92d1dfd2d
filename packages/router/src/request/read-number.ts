import type { Warning, WarningCode } from "../explain/explanation.ts";

/** The range of a number of a request, and the warning for what lies outside it. */
export type NumberRange = { least: number; most: number; whole: boolean; code: WarningCode };

/** USD and seconds, and everything else that is only required to be a number. */
export const ANY_NUMBER: NumberRange = {
  least: -Number.MAX_VALUE,
  most: Number.MAX_VALUE,
  whole: false,
  code: "unreadable",
};

/** Reads a number: what is not finite counts as not stated, what is out of range is clamped, both with a warning. */
export function readNumber(value: unknown, name: string, range: NumberRange, warnings: Warning[]): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "number" || !Number.isFinite(value)) {
    const received = typeof value === "number" ? value : typeof value;
    const message = `${name}: expected a finite number, received ${received}; counts as not stated`;
    warnings.push({ code: "not-a-number", message });
    return undefined;
  }
  const rounded = range.whole ? Math.round(value) : value;
  const clamped = Math.min(range.most, Math.max(range.least, rounded)) + 0; // -0 becomes 0
  if (clamped !== value) {
    const expected = `${range.whole ? "a whole number" : "a number"} from ${range.least} to ${range.most}`;
    warnings.push({
      code: range.code,
      message: `${name}: expected ${expected}, received ${value}; read as ${clamped}`,
    });
  }
  return clamped;
}
