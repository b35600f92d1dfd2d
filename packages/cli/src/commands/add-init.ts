import type { Command } from "commander";
import type { Io } from "../io.ts";
import { addGeneralOptions, type GeneralOptions } from "./general-options.ts";
import { addInitOptions, type InitOptions } from "./init-options.ts";
import type { ProgramResult } from "./program-result.ts";

const NOTES = `
Exit status:
  0    the files were written
  2    bad input or usage, or a file that is there already
  130  stopped with Ctrl-C: nothing was written

Examples:
  route-explain init
  route-explain init team.yaml --provider anthropic --local ollama/gpt-oss:20b
  route-explain init - --provider openai`;

/** Adds `route-explain init [FILE]`. */
export function addInit(program: Command, io: Io, result: ProgramResult): void {
  const command = program
    .command("init")
    .description("Write a starter catalog, filled in by questions or flags")
    .argument("[FILE]", "the catalog to write, - for standard output (default: models.yaml)");
  addInitOptions(command);
  addGeneralOptions(command)
    .addHelpText("after", NOTES)
    .action(async (file: string | undefined, options: InitOptions & GeneralOptions) => {
      const { init } = await import("./init.ts");
      result.exitCode = await init(file, options, io);
    });
}
