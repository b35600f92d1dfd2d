import type { CatalogResult } from "./catalog-result.ts";
import { parseCatalogFiles } from "./parse-catalog-files.ts";

/**
 * Reads a catalog from YAML text (design section 8). It may extend `bundled`, but no files: a text has no folder. Never
 * throws: what is wrong comes back as problems, all at once, and then there is no catalog.
 *
 * @param options.file what problems call the text; "catalog" unless said
 */
export function parseCatalog(text: string, { file = "catalog" }: { file?: string | undefined } = {}): CatalogResult {
  return parseCatalogFiles([{ file, text }]);
}
