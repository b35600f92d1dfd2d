import type { Catalog } from "@modelpref/router";

/** The entries by id: a later one takes the place of an earlier one. */
function layerById<Entry extends { id: string }>(lists: readonly (readonly Entry[])[]): Entry[] {
  return [...new Map(lists.flat().map((entry) => [entry.id, entry])).values()];
}

/**
 * Several catalogs as one, later ones on top: a model or family replaces the whole of an earlier one with its id, and
 * the last policy holds. One catalog stays as it is, hash included.
 */
export function layerCatalogs(catalogs: readonly Catalog[]): Catalog {
  const [only] = catalogs;
  if (only !== undefined && catalogs.length === 1) return only;
  return {
    models: layerById(catalogs.map(({ models }) => models)),
    families: layerById(catalogs.map(({ families }) => families ?? [])),
    policy: catalogs.findLast(({ policy }) => policy !== undefined)?.policy,
    name: catalogs.flatMap(({ name }) => name ?? []).join(" + ") || undefined,
  };
}
