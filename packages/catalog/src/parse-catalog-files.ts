import type { CatalogResult } from "./catalog-result.ts";
import { assemble } from "./layers/assemble.ts";
import { type CatalogText, gatherTexts } from "./layers/gather-texts.ts";

/**
 * Reads several texts as one layer: their models, families and sources may refer to each other, and no two are the same;
 * the last name holds. Finds the problems of all texts, and never throws.
 */
export function parseCatalogFiles(texts: readonly CatalogText[]): CatalogResult {
  return assemble(gatherTexts(texts));
}
