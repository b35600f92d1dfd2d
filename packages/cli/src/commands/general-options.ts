import type { Command } from "commander";

/** What every command understands. */
export type GeneralOptions = { color?: boolean; debug?: boolean };

/** Adds the flags that every command understands. */
export function addGeneralOptions(command: Command): Command {
  return command
    .optionsGroup("General:")
    .option("--no-color", "no colours (NO_COLOR and FORCE_COLOR work too)")
    .option("--debug", "show the stack trace of an error")
    .helpOption("-h, --help", "show this help");
}
