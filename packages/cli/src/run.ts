import { CommanderError } from "commander";
import { createProgram } from "./commands/program.ts";
import type { ProgramResult } from "./commands/program-result.ts";
import { type Io, OutputClosed } from "./io.ts";
import { formatProblems } from "./problems/format-problem.ts";
import { BadInput } from "./problems/problem.ts";
import { visible, visibleLines } from "./terminal/visible.ts";

/** Exit status for everything the user must mend. */
const BAD_INPUT = 2;

/**
 * Runs `route-explain` with arguments (without `node` and the script) on streams. Never throws: what goes wrong is
 * told on standard error. Gives the exit status of design section 7: 0, 1 or 2.
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const result: ProgramResult = { help: "", exitCode: 0 };
  try {
    await parse(argv, io, result);
    if (result.help !== "") await io.out(result.help);
    return result.exitCode;
  } catch (error) {
    return report(error, argv.includes("--debug"), io);
  }
}

async function parse(argv: readonly string[], io: Io, result: ProgramResult): Promise<void> {
  try {
    await createProgram(io, result).parseAsync([...argv], { from: "user" });
  } catch (error) {
    // Commander has told what is wrong; help and version end in this way too.
    if (!(error instanceof CommanderError)) throw error;
    result.exitCode = error.exitCode === 0 ? 0 : BAD_INPUT;
  }
}

function report(error: unknown, debug: boolean, io: Io): number {
  // A reader that went away (`| head`) has what it wanted.
  if (error instanceof OutputClosed) return 0;
  io.err(error instanceof BadInput ? formatProblems(error.problems) : `${unexpected(error)}\n`);
  if (debug && error instanceof Error) io.err(`${visibleLines(error.stack ?? "")}\n`);
  return BAD_INPUT;
}

function unexpected(error: unknown): string {
  const message = visible(error instanceof Error ? error.message : String(error));
  const isFromSystem = error instanceof Error && "syscall" in error;
  return isFromSystem ? `error: ${message}` : `internal error: ${message} (please report it; --debug shows the stack)`;
}
