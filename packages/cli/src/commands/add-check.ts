import type { Command } from "commander";
import type { Io } from "../io.ts";
import { addCheckOptions, CHECK_FORMATS, type CheckOptions } from "./check-options.ts";
import { addGeneralOptions } from "./general-options.ts";
import type { ProgramResult } from "./program-result.ts";
import { withOuter } from "./with-outer.ts";

const NOTES = `
Problems make a catalog unusable. Warnings tell what is odd about it: facts
older than 90 days, prices in the wrong unit, names that lead elsewhere, models
that are never picked.

Exit status:
  0  no problem; with --strict no warning either
  1  problems, each printed with its place; with --strict also warnings
  2  a file that cannot be read, or bad usage

Examples:
  route-explain check
  route-explain check models.yaml --strict --format github`;

/** Adds `route-explain check [FILE…]`. */
export function addCheck(program: Command, io: Io, result: ProgramResult): void {
  const command = program
    .command("check")
    .description("Check catalogs: every problem with its line and column")
    .argument("[FILE...]", "YAML catalogs, - for standard input; the one that is used where none is given");
  addGeneralOptions(addCheckOptions(command))
    .addHelpText("after", NOTES)
    .action(async (files: string[], options: CheckOptions) => {
      const { check } = await import("./check.ts");
      result.exitCode = await check(files, withOuter(options, program.opts(), CHECK_FORMATS), io);
    });
}
