import { isWritten } from "../../layers/written.ts";

/** The value of a key that the map itself has; undefined for all others, and of what is no map. Keys are the list's, `__proto__` among them. */
export function get(written: unknown, key: string): unknown {
  return isWritten(written) && Object.hasOwn(written, key) ? written[key] : undefined;
}

/** The keys and values of a map in its order; none of anything else. */
export function pairs(written: unknown): [key: string, value: unknown][] {
  return isWritten(written) ? Object.entries(written) : [];
}
