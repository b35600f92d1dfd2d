/** Orders two texts by code unit: the same on every machine, unlike any locale's order. */
export function compareCodeUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
