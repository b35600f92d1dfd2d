import { type CatalogResult, parseCatalogFiles } from "./parse-catalog-files.ts";

/**
 * Reads a catalog from YAML text (design section 8). Never throws: what is wrong comes back as problems, all at once,
 * and then there is no catalog.
 *
 * @param options.file what problems call the text; "catalog" unless said
 */
export function parseCatalog(text: string, { file = "catalog" }: { file?: string | undefined } = {}): CatalogResult {
  return parseCatalogFiles([{ file, text }]);
}
