import { describeRequest, type RequestFlags } from "../input/flags.ts";
import { openFile, type Source, STDIN_NAME } from "../input/source.ts";
import type { Io } from "../io.ts";
import { closest } from "../problems/closest.ts";
import { BadInput, type Problem } from "../problems/problem.ts";
import { COMMANDS } from "./names.ts";

/** A word without a dot or a slash is more likely a slip than the name of a file. */
const BARE_WORD = /^[^./\\]+$/;

/**
 * Where the request comes from: a file, standard input, or, where this is undefined, the flags alone.
 * @throws BadInput where nothing was given, or a file cannot be read
 */
export async function chooseSource(
  requests: readonly string[],
  options: RequestFlags & { batch?: boolean },
  io: Io,
): Promise<Source | undefined> {
  const [request, ...others] = requests;
  const stdin: Source = { name: STDIN_NAME, bytes: io.input };
  if (request === "-" && others.length === 0) return stdin;
  if (request !== undefined) return openRequest(request, others);
  if (describeRequest(options) && options.batch !== true) return undefined;
  if (io.inputIsTerminal) throw usage("no request: give a file, - for standard input, or flags such as --hint");
  return stdin;
}

function usage(message: string): BadInput {
  return new BadInput([{ code: "usage", message, remedy: "see route-explain --help" }]);
}

async function openRequest(request: string, others: readonly string[]): Promise<Source> {
  try {
    const source = await openFile(request);
    if (others.length === 0) return source;
  } catch (error) {
    throw error instanceof BadInput
      ? new BadInput(error.problems.map((problem) => withRemedy(problem, request)))
      : error;
  }
  throw usage(`expected one REQUEST, received ${others.length + 1}: ${[request, ...others].join(" ")}`);
}

/** What a name that is no file was probably meant to be. */
function withRemedy(problem: Problem, request: string): Problem {
  if (problem.code !== "missing") return problem;
  const [command] = closest(request, COMMANDS);
  if (command !== undefined) return { ...problem, remedy: `did you mean the command ${command}?` };
  return BARE_WORD.test(request) ? { ...problem, remedy: `for a hint write --hint ${request}` } : problem;
}
