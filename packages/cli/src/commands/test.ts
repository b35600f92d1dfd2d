import { type CatalogChoice, chooseCatalog } from "../catalogs/choose-catalog.ts";
import { type FileResult, runTests, type Tested } from "../expectations/run-tests.ts";
import type { Io } from "../io.ts";
import { formatProblems } from "../problems/format-problem.ts";
import { createScreen } from "../terminal/screen.ts";
import type { GeneralOptions } from "./general-options.ts";
import type { TestOptions } from "./test-options.ts";

type Options = TestOptions & GeneralOptions;

/** Runs `route-explain test FILE…`. Gives the exit status: 0 all hold, 1 an expectation failed, 2 bad input. */
export async function test(files: readonly string[], options: Options, io: Io): Promise<number> {
  if (options.watch !== true) return (await runOnce(files, options, io)).exitCode;
  const { watchFiles } = await import("../expectations/watch.ts");
  let exitCode = 0;
  await watchFiles(io.interruption(), async () => {
    const { tested, exitCode: status } = await runOnce(files, options, io);
    exitCode = status;
    io.err("watching; Ctrl-C ends\n");
    return tested.files;
  });
  return exitCode;
}

async function runOnce(
  files: readonly string[],
  options: Options,
  io: Io,
): Promise<{ tested: Tested; exitCode: number }> {
  const tested = await runTests(files, chosenFor(options, io), { flagWins: options.catalog !== undefined });
  if (tested.problems.length > 0) {
    const problems = formatProblems(tested.problems);
    io.err(problems);
    // A build server would take a missing report for no tests at all.
    if (options.format === "junit")
      await io.out((await import("../expectations/report/junit.ts")).reportJunitError(problems));
    return { tested, exitCode: 2 };
  }
  if (tested.warnings.length > 0) io.err(formatProblems(tested.warnings));
  await io.out(await report(tested.results, options, io));
  const holds = tested.results.every(({ tests }) => tests.every(({ failures }) => failures.length === 0));
  return { tested, exitCode: holds ? 0 : 1 };
}

async function report(results: readonly FileResult[], { format = "text", color }: Options, io: Io): Promise<string> {
  switch (format) {
    case "json":
      return (await import("../expectations/report/json.ts")).reportJson(results);
    case "junit":
      return (await import("../expectations/report/junit.ts")).reportJunit(results);
    case "text": {
      const { reportText } = await import("../expectations/report/text.ts");
      return reportText(results, createScreen({ ...io, colors: io.colors && color !== false }));
    }
  }
}

/** Without the user's own file: a test means the same on every machine. */
function chosenFor({ catalog }: Options, io: Io): CatalogChoice {
  return chooseCatalog({ ...(catalog && { catalog }), userCatalog: false }, io);
}
