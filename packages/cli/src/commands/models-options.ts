import type { Command } from "commander";
import { addCatalogOptions, type CatalogOptions } from "./catalog-options.ts";
import { oneOf } from "./parsers.ts";

/** The ways to show models. */
export const MODELS_FORMATS = ["text", "json"] as const;

/** What the flags of `route-explain models` hold. */
export type ModelsOptions = CatalogOptions & {
  format?: (typeof MODELS_FORMATS)[number];
  all?: boolean;
  policy?: boolean;
};

/** Adds the flags of `route-explain models`. */
export function addModelsOptions(command: Command): Command {
  return addCatalogOptions(command.optionsGroup("Catalog and output:"))
    .option("--all", "retired and disabled models too")
    .option("--policy", "the policy instead: each value, and where it was set")
    .option("--format <name>", "text or json (default: text)", oneOf(MODELS_FORMATS));
}
