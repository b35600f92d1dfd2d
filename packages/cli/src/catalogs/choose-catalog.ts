import type { Io } from "../io.ts";

/** The catalog a command uses: files from the lowest to the highest, and the user's own, if it is to lie below. */
export type CatalogChoice = {
  files: readonly string[];
  userFile: string | undefined;
  /** The variable of the environment that names the file, where no flag does. */
  namedBy?: "MODELPREF_CATALOG";
};

/** The word for the catalog that comes with the command, where a file may be named too; a file of that name is `./bundled`. */
export const BUNDLED = "bundled";

/** What `--catalog` names; else what the environment names; else the bundled catalog. The user's file lies on that one. */
export function chooseCatalog(
  { catalog = [], userCatalog }: { catalog?: readonly string[]; userCatalog?: boolean },
  { catalogFile, userCatalogFile }: Pick<Io, "catalogFile" | "userCatalogFile">,
): CatalogChoice {
  const userFile = userCatalog === false ? undefined : userCatalogFile;
  if (catalog.length > 0) return { files: catalog, userFile };
  if (catalogFile === undefined) return { files: [BUNDLED], userFile };
  return { files: [catalogFile], userFile, namedBy: "MODELPREF_CATALOG" };
}

/** Whether nothing but the bundled catalog was chosen, which needs no reader of YAML. */
export function isBundledAlone({ files, userFile }: CatalogChoice, exists: (file: string) => boolean): boolean {
  return files.every((file) => file === BUNDLED) && (userFile === undefined || !exists(userFile));
}
