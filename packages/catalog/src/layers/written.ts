/** Keys and values as they were written. */
export type Written = Readonly<Record<string, unknown>>;

/** Whether a value is a map of keys to values. */
export function isWritten(value: unknown): value is Written {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The values of a list; none of anything else. */
export function writtenList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
