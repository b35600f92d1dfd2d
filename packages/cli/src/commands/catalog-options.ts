import type { Command } from "commander";
import { repeatable } from "./parsers.ts";

/** What says which catalog a command uses. */
export type CatalogOptions = { catalog?: string[]; userCatalog?: boolean };

/** Adds the flags that say which catalog a command uses. */
export function addCatalogOptions(command: Command): Command {
  return addUserCatalogOption(
    command.option("--catalog <file>", "instead of the bundled catalog; repeatable, later on top", repeatable),
  );
}

/** Adds the flag that makes a result the same on every machine. */
export function addUserCatalogOption(command: Command): Command {
  return command.option("--no-user-catalog", "leave your own file, which lies on the bundled one, out");
}
