import { compareLog } from "../actual/compare-log.ts";
import { readEntries } from "../actual/read-entries.ts";
import type { ActualReport } from "../actual/report.ts";
import { chooseCatalog } from "../catalogs/choose-catalog.ts";
import { openCatalog } from "../catalogs/open-catalog.ts";
import { openFile, type Source, STDIN_NAME } from "../input/source.ts";
import type { Io } from "../io.ts";
import { collect } from "../problems/collect.ts";
import { formatProblemLine } from "../problems/format-problem.ts";
import { BadInput } from "../problems/problem.ts";
import { createScreen } from "../terminal/screen.ts";
import type { ExplainOptions } from "./explain-options.ts";
import type { GeneralOptions } from "./general-options.ts";
import { createProgress } from "./progress.ts";

/** Lines that are none beyond these are counted. */
const MOST_TOLD = 20;

/** Runs `route-explain --actual LOG`. Gives the exit status: 0, or 2 where a line could not be read. @throws BadInput */
export async function actual(log: string, options: ExplainOptions & GeneralOptions, io: Io): Promise<number> {
  const [source, { catalog }] = await collect(openLog(log, io), openCatalog(chooseCatalog(options, io)));
  const progress = createProgress(io);
  let bad = 0;
  const entries = readEntries(source, (problem) => {
    bad += 1;
    if (bad === 1) progress.clear();
    if (bad <= MOST_TOLD) io.err(`${formatProblemLine(problem)}\n`);
  });
  const report = await compareLog(entries, catalog, (decisions) => progress.show(decisions));
  progress.clear();
  if (bad > MOST_TOLD) io.err(`... and ${bad - MOST_TOLD} more lines\n`);
  if (report.decisions === 0) throw new BadInput([{ code: "empty", file: source.name, message: "holds no decision" }]);
  await io.out(await view(report, options, io));
  return bad > 0 ? 2 : 0;
}

async function openLog(file: string, io: Io): Promise<Source> {
  return file === "-" ? { name: STDIN_NAME, bytes: io.input } : openFile(file);
}

async function view(report: ActualReport, { format, color }: ExplainOptions & GeneralOptions, io: Io): Promise<string> {
  if (format === "json") return (await import("../views/json.ts")).viewJson(report, "indented");
  if (format === "html") return (await import("../actual/views/html.ts")).viewActualHtml(report);
  const { viewActual } = await import("../actual/views/text.ts");
  return viewActual(report, createScreen({ ...io, colors: io.colors && color !== false }));
}
