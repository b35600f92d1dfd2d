import { createHash } from "node:crypto";
import type { Catalog } from "@modelpref/router";

/** Hexadecimal digits of a hash: enough to tell catalogs apart in a log. */
const DIGITS = 16;

/**
 * A fingerprint of what a catalog says: 16 hexadecimal digits of a SHA-256. Comments, layout, the order of keys, models
 * and families, and the catalog's name leave it as it is.
 */
export function catalogHash({ models, families = [], policy = {} }: Catalog): string {
  const { servers = {}, ...rest } = policy;
  // Among servers the order counts.
  const content = [models.toSorted(byId), families.toSorted(byId), rest, Object.entries(servers)];
  return createHash("sha256").update(JSON.stringify(content, withSortedKeys)).digest("hex").slice(0, DIGITS);
}

function withSortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function byId(a: { id: string }, b: { id: string }): number {
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}
