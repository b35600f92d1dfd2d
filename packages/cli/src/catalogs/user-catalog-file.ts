import { isAbsolute, join } from "node:path";

/**
 * Where a user's own catalog lies, by the XDG base directory specification: a relative folder counts as none. The other
 * ending of YAML files will do too where only that is there.
 */
export function userCatalogFile(
  configHome: string | undefined,
  home: string,
  exists: (file: string) => boolean,
): string {
  const folder = configHome !== undefined && isAbsolute(configHome) ? configHome : join(home, ".config");
  const [file, other] = [join(folder, "modelpref", "catalog.yaml"), join(folder, "modelpref", "catalog.yml")];
  return !exists(file) && exists(other) ? other : file;
}
