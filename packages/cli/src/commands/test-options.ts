import type { Command } from "commander";
import { oneOf, repeatable } from "./parsers.ts";

/** The ways to report tests. */
export const TEST_FORMATS = ["text", "json", "junit"] as const;

/** What the flags of `route-explain test` hold. */
export type TestOptions = { catalog?: string[]; format?: (typeof TEST_FORMATS)[number]; watch?: boolean };

/** Adds the flags of `route-explain test`. */
export function addTestOptions(command: Command): Command {
  return command
    .optionsGroup("Catalog and output:")
    .option("--catalog <file>", "instead of the one that a test file names; repeatable, later on top", repeatable)
    .option("--format <name>", "text, json or junit (default: text)", oneOf(TEST_FORMATS))
    .option("--watch", "run again whenever a test file or a catalog changes; ends with Ctrl-C");
}
