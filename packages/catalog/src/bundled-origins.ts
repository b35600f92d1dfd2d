import { bundledLayer } from "./layers/bundled-layer.ts";
import { mergeLayers } from "./layers/merge-layers.ts";
import { type FieldOrigin, originsOf } from "./layers/origins.ts";

/**
 * Every stated value of a model of the bundled catalog, with its place in the YAML it was compiled from and its source;
 * none where there is no such model. Loads neither yaml nor zod.
 */
export function bundledOrigins(id: string): readonly FieldOrigin[] {
  return originsOf(mergeLayers([bundledLayer()]).whole, id);
}
