import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

/** The JSON Schema of catalogs, as it comes with the catalog package: reading it loads neither zod nor yaml. */
export function catalogSchemaText(): Promise<string> {
  return readFile(createRequire(import.meta.url).resolve("@modelpref/catalog/schema.json"), "utf8");
}
