const MOST = 1e9;

/** A number of the catalog, finite and in 0..1e9 (design section 4); anything else counts as unknown. */
export function knownNumber(value: unknown, most: number = MOST): number | undefined {
  return typeof value === "number" && value >= 0 && value <= most ? Math.abs(value) : undefined;
}
