import { bundledLayer } from "./layers/bundled-layer.ts";
import { mergeLayers } from "./layers/merge-layers.ts";
import { type FieldOrigin, originsOf } from "./layers/origins.ts";

/**
 * What gives every stated value of a model of the bundled catalog, with its place in the YAML it was compiled from and
 * its source; nothing where there is no such model. Loads neither yaml nor zod.
 */
export function bundledOrigins(): (id: string) => readonly FieldOrigin[] {
  const { whole } = mergeLayers([bundledLayer()]);
  return (id) => originsOf(whole, id);
}
