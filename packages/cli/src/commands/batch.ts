import type { Explanation, Router, Unavailable } from "@modelpref/router";
import type { ReadRequest } from "../input/read-source.ts";
import { type RequestLine, readRequestLines } from "../input/request-lines.ts";
import { routingRequest } from "../input/routing-request.ts";
import type { Source } from "../input/source.ts";
import type { Io } from "../io.ts";
import { formatProblemLine } from "../problems/format-problem.ts";
import { viewJson } from "../views/json.ts";
import type { ExplainOptions } from "./explain-options.ts";
import { createProgress } from "./progress.ts";

/** What became of the lines: with it the exit status. */
type Tally = { lines: number; bad: number; unserved: number };

/**
 * Explains a request a line (NDJSON), in order, one at a time: memory does not grow with the input, and the reader of
 * the output sets the pace. A bad line is told and counted, and the rest goes on. Gives the exit status.
 */
export async function explainBatch(
  source: Source,
  routing: { router: Router; unavailable: Unavailable },
  options: ExplainOptions,
  io: Io,
): Promise<number> {
  const tally: Tally = { lines: 0, bad: 0, unserved: 0 };
  const progress = createProgress(io);
  for await (const line of readRequestLines(source)) {
    tally.lines += 1;
    await explainLine(line, { ...routing, options, io, tally });
    if (line.problems.length > 0) progress.clear();
    for (const problem of line.problems) io.err(`${formatProblemLine(problem)}\n`);
    progress.show(tally.lines);
  }
  progress.clear();
  if (tally.bad > 0) io.err(`${tally.bad} of ${tally.lines} lines could not be read\n`);
  return tally.bad > 0 ? 2 : tally.unserved > 0 ? 1 : 0;
}

type Batch = { router: Router; unavailable: Unavailable; options: ExplainOptions; io: Io; tally: Tally };

/** Explains one line, where it can be read. */
async function explainLine({ read }: RequestLine, { router, unavailable, options, io, tally }: Batch): Promise<void> {
  if (read === undefined) {
    tally.bad += 1;
    return;
  }
  const explanation = router.explain({ ...(await routingRequest(read.stated, options)), unavailable }, cut(options));
  if (explanation.pick === null) tally.unserved += 1;
  await io.out(viewJson(withId(read, explanation), "line"));
}

function cut({ top }: ExplainOptions): { top?: number } {
  return top !== undefined && Number.isFinite(top) ? { top } : {};
}

function withId({ stated }: ReadRequest, explanation: Explanation): object {
  return stated.id === undefined ? explanation : { id: stated.id, ...explanation };
}
