import type { Layer, Part } from "./part.ts";
import type { Branch, Place } from "./tree.ts";

/** All layers of a catalog, merged. */
export type Whole = {
  layers: readonly Layer[];
  /** By id, in the order in which the layers name them first. */
  models: Map<string, Branch>;
  /** Models that a layer took out; others may still have them as base. */
  removed: Map<string, Branch>;
  families: Map<string, Branch>;
  /** The entries of `overrides` and `remove` that fitted no model when their turn came. */
  idle: Place[];
  /** Name, date, sources and policy. */
  rest: Branch;
};

/** How high the layer of each part lies, from 0. */
export function heightsOf(layers: readonly Layer[]): ReadonlyMap<Part, number> {
  return new Map(layers.flatMap((parts, height) => parts.map((part) => [part, height])));
}
