import { type Catalog, createRouter, type Router } from "@modelpref/router";
import type { CatalogChoice } from "../catalogs/choose-catalog.ts";
import { BadCatalog, openCatalog } from "../catalogs/open-catalog.ts";

/** A catalog that tests are run over, or what is wrong with it; with its files. */
export type TestCatalog = { catalog: Catalog; router: Router; files: readonly string[] } | BadCatalog;

/** Opens catalogs by the names that files of tests give, each once; `standard` is the choice for files that give none. */
export function catalogOpener(standard: CatalogChoice): (name: string | undefined) => Promise<TestCatalog> {
  const opened = new Map<string | undefined, Promise<TestCatalog>>();
  return (name) => {
    const known = opened.get(name);
    if (known !== undefined) return known;
    const opening = openRouter(name === undefined ? standard : { files: [name], userFile: standard.userFile });
    opened.set(name, opening);
    return opening;
  };
}

async function openRouter(choice: CatalogChoice): Promise<TestCatalog> {
  try {
    const { catalog, files } = await openCatalog(choice);
    return { catalog, router: createRouter(catalog), files };
  } catch (error) {
    if (error instanceof BadCatalog) return error;
    throw error;
  }
}
