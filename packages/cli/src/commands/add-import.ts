import type { ImportSource } from "@modelpref/catalog/import";
import { Argument, type Command } from "commander";
import type { Io } from "../io.ts";
import { addGeneralOptions } from "./general-options.ts";
import { hintAt, PLACES } from "./import-hint.ts";
import { addImportOptions, type ImportOptions, SOURCES } from "./import-options.ts";
import type { ProgramResult } from "./program-result.ts";

const NOTES = `
Without --merge the YAML goes to standard output; the report always goes to
standard error. --merge changes only values that an import of the same list set
before, and adds what is missing: everything else is yours and stays.

Exit status:
  0  done
  1  the list has no model that was asked for
  2  a list or file that cannot be read or written, or bad usage

Examples:
  route-explain import litellm prices.json --provider openai > openai.yaml
  route-explain import models-dev https://models.dev/api.json \\
    --match 'anthropic/*' --merge models.yaml --dry-run
  route-explain import scores ratings.csv --merge models.yaml`;

/** Adds `route-explain import SOURCE FILE`. */
export function addImport(program: Command, io: Io, result: ProgramResult): void {
  const command = program
    .command("import")
    .description("Read a public list of models into YAML, or merge it into a catalog")
    .addArgument(new Argument("<SOURCE>", "the kind of list").choices(SOURCES))
    .argument("<FILE>", PLACES);
  command.configureOutput({
    outputError: (message, write) => {
      const hint = hintAt(command.args);
      write(hint === undefined ? message : `${message}(${hint})\n`);
    },
  });
  addImportOptions(command);
  addGeneralOptions(command)
    .addHelpText("after", NOTES)
    .action(async (source: ImportSource, place: string, options: ImportOptions) => {
      const { importList } = await import("./import.ts");
      result.exitCode = await importList(source, place, options, io);
    });
}
