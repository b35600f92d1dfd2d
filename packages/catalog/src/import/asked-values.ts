import type { LeftOut, Place, Row } from "./row.ts";

/** The values left out of rows that were asked for, and of what is no row: nobody wants to know of the others. */
export function leftOutOfAsked(
  leftOut: readonly LeftOut[],
  notAsked: readonly Row[],
  asked: readonly Row[],
): LeftOut[] {
  const others = new Set(notAsked.map(({ place }) => keyOf(place)));
  // Files of one list may have rows of the same place.
  for (const { place } of asked) others.delete(keyOf(place));
  return leftOut.filter(({ place }) => !place.some((_, index) => others.has(keyOf(place.slice(0, index + 1)))));
}

function keyOf(place: Place): string {
  return JSON.stringify(place);
}
