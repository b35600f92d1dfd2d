import { type Argument, Command } from "commander";
import type { Io } from "../io.ts";
import { visibleLines } from "../terminal/visible.ts";
import { version } from "../version.ts";
import { addCheck } from "./add-check.ts";
import { addDiff } from "./add-diff.ts";
import { addImport } from "./add-import.ts";
import { addInit } from "./add-init.ts";
import { addSchema } from "./add-schema.ts";
import { addTest } from "./add-test.ts";
import { addExplainOptions, type ExplainOptions } from "./explain-options.ts";
import { addGeneralOptions, type GeneralOptions } from "./general-options.ts";
import { addModelsOptions, MODELS_FORMATS, type ModelsOptions } from "./models-options.ts";
import type { ProgramResult } from "./program-result.ts";
import { withOuter } from "./with-outer.ts";

const EXPLAIN_NOTES = `
Exit status:
  0  a model was picked (--batch: for every line)
  1  no model can serve the request (--batch: for some line)
  2  bad input or usage (--batch: a bad line, after the rest)

Examples:
  route-explain --hint claude-3-sonnet --cost 0.3 --speed 0.8 --intelligence 0.5
  echo '{"hints":[{"name":"haiku"}]}' | route-explain - --why claude-sonnet-5`;

const MODELS_NOTES = `
Examples:
  route-explain models
  route-explain models claude-sonnet-5`;

/** The whole command line. A command is loaded when it runs, so that help and version load none. */
export function createProgram(io: Io, result: ProgramResult): Command {
  const program = new Command("route-explain")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        result.help += text;
      },
      writeErr: (text) => io.err(visibleLines(text)),
      getOutHelpWidth: () => io.columns,
      getErrHelpWidth: () => io.columns,
    })
    .configureHelp({
      subcommandTerm: (command) => [command.name(), ...command.registeredArguments.map(argumentTerm)].join(" "),
    })
    .helpCommand("help [COMMAND]", "Show the help of a command")
    .showHelpAfterError("(see route-explain --help)")
    .enablePositionalOptions();
  addExplain(program, io, result);
  addCheck(program, io, result);
  addTest(program, io, result);
  addDiff(program, io, result);
  addModels(program, io, result);
  addImport(program, io, result);
  addInit(program, io, result);
  addSchema(program, io, result);
  for (const command of program.commands) command.showHelpAfterError(`(see route-explain ${command.name()} --help)`);
  return program;
}

function argumentTerm(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? "..." : ""}`;
  return argument.required ? name : `[${name}]`;
}

function addExplain(program: Command, io: Io, result: ProgramResult): void {
  program
    .description("Shows which model a request gets, and why.")
    .usage("[options] [REQUEST]")
    .argument("[REQUEST...]", "a JSON file, - for standard input, or nothing where flags say it all");
  addExplainOptions(program);
  addGeneralOptions(program)
    .version(version(), "--version", "show the version")
    .addHelpText("after", EXPLAIN_NOTES)
    .action(async (requests: string[], options: ExplainOptions & GeneralOptions) => {
      const { explain } = await import("./explain.ts");
      result.exitCode = await explain(requests, options, io);
    });
}

function addModels(program: Command, io: Io, result: ProgramResult): void {
  const command = program
    .command("models")
    .description("Show what is known of the models, and from where")
    .argument("[MODEL]", "one model in full; a part of an id or a glob shows all that fit");
  addModelsOptions(command);
  addGeneralOptions(command)
    .addHelpText("after", MODELS_NOTES)
    .action(async (model: string | undefined, options: ModelsOptions & GeneralOptions) => {
      const { models } = await import("./models.ts");
      result.exitCode = await models(model, withOuter(options, program.opts(), MODELS_FORMATS), io);
    });
}
