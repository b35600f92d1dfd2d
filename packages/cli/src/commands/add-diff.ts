import type { Command } from "commander";
import type { Io } from "../io.ts";
import { addDiffOptions, DIFF_FORMATS, type DiffOptions } from "./diff-options.ts";
import { addGeneralOptions, type GeneralOptions } from "./general-options.ts";
import type { ProgramResult } from "./program-result.ts";
import { withOuter } from "./with-outer.ts";

const NOTES = `
OLD and NEW are YAML catalogs, or the word bundled.

Exit status:
  0  the catalogs were compared
  1  a request gets another model (with --fail-on-change only)
  2  bad input or usage

Examples:
  route-explain diff bundled models.yaml
  route-explain diff old.yaml new.yaml --requests log.ndjson --format markdown`;

/** Adds `route-explain diff OLD NEW`. */
export function addDiff(program: Command, io: Io, result: ProgramResult): void {
  const command = program
    .command("diff")
    .description("Show what a change of the catalog does to routing")
    .argument("<OLD>", "the catalog as it was")
    .argument("<NEW>", "the catalog as it is to be");
  addDiffOptions(command);
  addGeneralOptions(command)
    .addHelpText("after", NOTES)
    .action(async (oldName: string, newName: string, options: DiffOptions & GeneralOptions) => {
      const { diff } = await import("./diff.ts");
      result.exitCode = await diff(oldName, newName, withOuter(options, program.opts(), DIFF_FORMATS), io);
    });
}
