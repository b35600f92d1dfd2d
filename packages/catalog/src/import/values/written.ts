/** A map of a parsed list. Read it with `get`: its keys are the list's, `__proto__` among them. */
export type Written = object;

/** Whether a value is a map of keys to values. */
export function isWritten(value: unknown): value is Written {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value of a key that the map itself has; undefined for all others, and of what is no map. */
export function get(written: unknown, key: string): unknown {
  if (!isWritten(written) || !Object.hasOwn(written, key)) return undefined;
  return (written as Readonly<Record<string, unknown>>)[key];
}

/** The keys and values of a map in its order; none of anything else. */
export function pairs(written: unknown): [key: string, value: unknown][] {
  return isWritten(written) ? Object.entries(written) : [];
}

/** The entries of a list; none of anything else. */
export function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
