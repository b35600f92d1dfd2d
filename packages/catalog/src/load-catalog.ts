import type { Catalog } from "@modelpref/router";
import { CatalogProblemsError } from "./catalog-problems-error.ts";
import { readCatalog } from "./read-catalog.ts";
import { tellRoutingTests } from "./routing-tests-given.ts";

/**
 * Reads a catalog from a YAML file of at most 5 MB, with all that it extends.
 *
 * @throws CatalogProblemsError with all that is wrong, with the files or in them
 */
export async function loadCatalog(file: string): Promise<Catalog> {
  const { catalog, problems } = await readCatalog([file]);
  if (catalog === undefined) throw new CatalogProblemsError(tellRoutingTests(problems));
  return catalog;
}
