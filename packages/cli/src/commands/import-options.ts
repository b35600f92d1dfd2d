import type { ImportSource } from "@modelpref/catalog/import";
import type { Command } from "commander";
import { repeatable } from "./parsers.ts";

/** What the flags of `route-explain import` hold. */
export type ImportOptions = { provider?: string[]; match?: string[]; merge?: string; dryRun?: boolean };

/** The lists that can be imported, by name. Here, so that help loads no reader. */
export const SOURCES: readonly ImportSource[] = [
  "models-dev",
  "litellm",
  "openrouter",
  "pi-ai",
  "genai-prices",
  "scores",
];

/** Adds the flags of `route-explain import`. */
export function addImportOptions(command: Command): Command {
  return command
    .optionsGroup("What to take:")
    .option("--provider <id>", "only models of this provider; repeatable", repeatable)
    .option("--match <glob>", "only models whose id fits; repeatable", repeatable)
    .optionsGroup("Where to put it:")
    .option("--merge <file>", "update this catalog in place")
    .option("--dry-run", "only say what would be done");
}
