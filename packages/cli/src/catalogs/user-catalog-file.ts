import { isAbsolute, join } from "node:path";

/** Where a user's own catalog lies, by the XDG base directory specification: a relative folder counts as none. */
export function userCatalogFile(configHome: string | undefined, home: string): string {
  const folder = configHome !== undefined && isAbsolute(configHome) ? configHome : join(home, ".config");
  return join(folder, "modelpref", "catalog.yaml");
}
