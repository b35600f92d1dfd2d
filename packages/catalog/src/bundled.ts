import { readFileSync } from "node:fs";
import type { Catalog } from "@modelpref/router";

/**
 * The catalog of today's models that comes with this package, compiled from YAML when the package was built. Read
 * afresh at each call (a millisecond), so that the caller may change what it gets.
 */
export function bundledCatalog(): Catalog {
  return JSON.parse(readFileSync(new URL("../dist/bundled.json", import.meta.url), "utf8"));
}
