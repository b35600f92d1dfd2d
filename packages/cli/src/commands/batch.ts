import type { Explanation, Router } from "@modelpref/router";
import { type Line, readLines } from "../input/lines.ts";
import { type ReadRequest, readRequestText } from "../input/read-source.ts";
import { routingRequest } from "../input/routing-request.ts";
import type { Source } from "../input/source.ts";
import type { Io } from "../io.ts";
import { formatProblemLine } from "../problems/format-problem.ts";
import { BadInput, type Problem } from "../problems/problem.ts";
import { viewJson } from "../views/json.ts";
import type { ExplainOptions } from "./explain-options.ts";
import { createProgress } from "./progress.ts";

/** What became of the lines: with it the exit status. */
type Tally = { lines: number; bad: number; unserved: number };

/**
 * Explains a request a line (NDJSON), in order, one at a time: memory does not grow with the input, and the reader of
 * the output sets the pace. A bad line is told and counted, and the rest goes on. Gives the exit status.
 */
export async function explainBatch(source: Source, router: Router, options: ExplainOptions, io: Io): Promise<number> {
  const tally: Tally = { lines: 0, bad: 0, unserved: 0 };
  const progress = createProgress(io);
  for await (const line of readLines(source.bytes)) {
    if (line.text?.trim() === "") continue;
    tally.lines += 1;
    const problems = await explainLine(line, { source, router, options, io, tally });
    if (problems.length > 0) progress.clear();
    for (const problem of problems) io.err(`${formatProblemLine(problem)}\n`);
    progress.show(tally.lines);
  }
  progress.clear();
  if (tally.bad > 0) io.err(`${tally.bad} of ${tally.lines} lines could not be read\n`);
  return tally.bad > 0 ? 2 : tally.unserved > 0 ? 1 : 0;
}

type Batch = { source: Source; router: Router; options: ExplainOptions; io: Io; tally: Tally };

/** Explains one line and gives its problems, those that spoil it and those that do not. */
async function explainLine(line: Line, { source, router, options, io, tally }: Batch): Promise<Problem[]> {
  const { read, problems } = await readLine(line, source.name);
  if (read === undefined) {
    tally.bad += 1;
  } else {
    const explanation = router.explain(await routingRequest(read.stated, options), cut(options));
    if (explanation.pick === null) tally.unserved += 1;
    await io.out(viewJson(withId(read, explanation), "line"));
  }
  return atLine(problems, line.number, source.name);
}

type ReadLine = { read: ReadRequest | undefined; problems: readonly Problem[] };

async function readLine(line: Line, file: string): Promise<ReadLine> {
  if (line.problem) return { read: undefined, problems: [line.problem] };
  try {
    const read = await readRequestText(line.text, file);
    return { read, problems: read.warnings };
  } catch (error) {
    if (error instanceof BadInput) return { read: undefined, problems: error.problems };
    throw error;
  }
}

/** The problems of a line, with its number in the stream instead of its own. */
function atLine(problems: readonly Problem[], line: number, file: string): Problem[] {
  return problems.map((problem) => ({
    ...problem,
    file,
    position: { line, column: problem.position?.column ?? 1, source: "" },
  }));
}

function cut({ top }: ExplainOptions): { top?: number } {
  return top !== undefined && Number.isFinite(top) ? { top } : {};
}

function withId({ stated }: ReadRequest, explanation: Explanation): object {
  return stated.id === undefined ? explanation : { id: stated.id, ...explanation };
}
