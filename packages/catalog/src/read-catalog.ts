import type { CatalogResult } from "./catalog-result.ts";
import { assemble } from "./layers/assemble.ts";
import { gatherFiles } from "./layers/gather-files.ts";

/**
 * Reads YAML files of at most 5 MB as one catalog, each on top of those before it, with all that they extend. Never
 * throws: what is wrong comes back as problems, all at once. Reads no environment and no file that is not named.
 *
 * @param files paths from the lowest to the highest; the word `bundled` is the catalog that comes with this package
 * @param options.userFile a file that lies on the bundled catalog wherever that is named or extended, if it exists
 */
export async function readCatalog(
  files: readonly string[],
  { userFile }: { userFile?: string | undefined } = {},
): Promise<CatalogResult> {
  return assemble(await gatherFiles(files, userFile));
}
