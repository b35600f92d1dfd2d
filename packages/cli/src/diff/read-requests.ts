import { fileURLToPath } from "node:url";
import { readRequestLines } from "../input/request-lines.ts";
import { routingRequest } from "../input/routing-request.ts";
import { openFile, type Source, STDIN_NAME } from "../input/source.ts";
import type { Io } from "../io.ts";
import { formatProblemLine } from "../problems/format-problem.ts";
import { BadInput, type Problem } from "../problems/problem.ts";
import type { NamedRequest } from "./compare-picks.ts";

/** Distinct preferences from the code, documents and tests of public MCP servers; see requests/README.md. */
const PUBLIC: URL = new URL("../../requests/public.ndjson", import.meta.url);

/** Where requests come from: a file, `-` for standard input, or those that come with the command. @throws BadInput */
export async function openRequests(file: string | undefined, io: Io): Promise<Source> {
  if (file === "-") return { name: STDIN_NAME, bytes: io.input };
  return openFile(file ?? fileURLToPath(PUBLIC));
}

/**
 * The requests of a source, a line each; what is odd about one is told on standard error.
 * @throws BadInput at the end, with every bad line, or where there is no request
 */
export async function* readRequests(source: Source, io: Io): AsyncGenerator<NamedRequest> {
  const problems: Problem[] = [];
  let count = 0;
  for await (const line of readRequestLines(source)) {
    count += 1;
    if (line.read === undefined) {
      problems.push(...line.problems);
      continue;
    }
    for (const warning of line.problems) io.err(`${formatProblemLine(warning)}\n`);
    const { stated } = line.read;
    const id = stated.id === undefined ? `line ${line.number}` : String(stated.id);
    yield { id, request: await routingRequest(stated, {}) };
  }
  if (problems.length > 0) throw new BadInput(problems);
  if (count === 0) throw new BadInput([{ code: "empty", file: source.name, message: "holds no request" }]);
}
