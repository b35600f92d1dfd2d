import type { Command } from "commander";
import { oneOf, repeatable } from "./parsers.ts";

/** What the flags of `route-explain models` hold. */
export type ModelsOptions = { catalog?: string[]; format?: "text" | "json"; all?: boolean };

/** Adds the flags of `route-explain models`. */
export function addModelsOptions(command: Command): Command {
  return command
    .optionsGroup("Catalog and output:")
    .option("--catalog <file>", "instead of the bundled catalog; repeatable, later wins", repeatable)
    .option("--all", "retired and disabled models too")
    .option("--format <name>", "text or json (default: text)", oneOf(["text", "json"]));
}
