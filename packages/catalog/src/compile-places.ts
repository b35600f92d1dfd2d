import { type BundledPlaces, placesOf } from "./layers/bundled-places.ts";
import { type CatalogText, gatherTexts } from "./layers/gather-texts.ts";
import { mergeLayers } from "./layers/merge-layers.ts";
import { toValue, treeAt } from "./layers/tree.ts";

/** Where each value of a catalog stands, for the script that compiles the bundled one; its texts must be sound. */
export function compilePlaces(texts: readonly CatalogText[]): BundledPlaces {
  const { whole } = mergeLayers(gatherTexts(texts).layers);
  const sources = treeAt(whole.rest, "sources");
  return placesOf(whole, sources === undefined ? {} : toValue(sources));
}
