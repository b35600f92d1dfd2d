import type { Catalog } from "@modelpref/router";
import { CatalogProblemsError } from "./catalog-problems-error.ts";
import { readFile } from "./file/read-file.ts";
import { parseCatalog } from "./parse-catalog.ts";

/**
 * Reads a catalog from a YAML file of at most 5 MB.
 *
 * @throws CatalogProblemsError with all that is wrong, with the file or in it
 */
export async function loadCatalog(file: string): Promise<Catalog> {
  const text = await readFile(file);
  if (typeof text !== "string") throw new CatalogProblemsError([text]);
  const { catalog, problems } = parseCatalog(text, { file });
  if (catalog === undefined) throw new CatalogProblemsError(problems);
  return catalog;
}
