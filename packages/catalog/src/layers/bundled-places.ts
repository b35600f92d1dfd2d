import { leavesOf, type Tree } from "./tree.ts";
import type { Whole } from "./whole.ts";

/**
 * Where the values of a compiled entry stood: the file, and by the way to a value its line. A value without a line of
 * its own stands in the line of the map that holds it; the way of the entry itself is empty.
 */
export type EntryPlaces = [file: string, lines: Record<string, number>];

/** Where all values of the compiled catalog stood, by the ids of its entries; and its sources, which routing needs not. */
export type BundledPlaces = {
  sources: unknown;
  models: Record<string, EntryPlaces>;
  families: Record<string, EntryPlaces>;
};

/** No key of an entry holds this. */
const STEP = "/";

/** The line of a value inside a compiled entry. */
export function lineAt([, lines]: EntryPlaces, way: readonly PropertyKey[]): number {
  for (let length = way.length; length > 0; length--) {
    const line = lines[way.slice(0, length).map(String).join(STEP)];
    if (line !== undefined) return line;
  }
  return lines[""] ?? 1;
}

/** What to write beside the compiled catalog, so that its places need no YAML. */
export function placesOf({ models, families }: Whole, sources: unknown): BundledPlaces {
  const all = (entries: ReadonlyMap<string, Tree>): Record<string, EntryPlaces> =>
    Object.fromEntries([...entries].map(([id, entry]) => [id, placesIn(entry)]));
  return { sources, models: all(models), families: all(families) };
}

function placesIn(entry: Tree): EntryPlaces {
  const { file, line } = entry.part.spotOf(entry.path);
  const places: EntryPlaces = [file, { "": line }];
  for (const [way, { part, path }] of leavesOf(entry)) {
    for (let length = 1; length <= way.length; length++) {
      const at = way.slice(0, length);
      const spot = part.spotOf(path.slice(0, path.length - way.length + length));
      if (lineAt(places, at) !== spot.line) places[1][at.join(STEP)] = spot.line;
    }
  }
  return places;
}
