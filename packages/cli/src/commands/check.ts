import { existsSync } from "node:fs";
import { type CatalogChoice, chooseCatalog } from "../catalogs/choose-catalog.ts";
import { checkCatalogs } from "../checking/check-catalogs.ts";
import type { Outcome } from "../checking/finding.ts";
import type { Io } from "../io.ts";
import type { CheckOptions } from "./check-options.ts";

/**
 * Runs `route-explain check [FILE…]`: each file as a catalog, or the catalog that is used where none is named. Gives the
 * exit status: 0 no problem, 1 problems or, where they fail, warnings, 2 a file that cannot be read.
 * @throws BadInput where standard input cannot be read
 */
export async function check(files: readonly string[], options: CheckOptions, io: Io): Promise<number> {
  const { userFile, ...inForce } = chooseCatalog(options, io);
  const own = userFile !== undefined && existsSync(userFile) ? userFile : undefined;
  const named = files.length === 0 ? [inForce] : files.map((file) => ({ files: [file] }));
  const choices = named.map((one): CatalogChoice => ({ ...one, userFile: own }));
  const today = options.today ?? new Date().toISOString().slice(0, "2026-11-22".length);
  const outcome = await checkCatalogs(choices, today, io);
  const text = await report(outcome, options, io);
  if (text !== "") await io.out(text);
  return exitStatus(outcome, options.strict === true);
}

async function report(outcome: Outcome, { format = "text" }: CheckOptions, io: Io): Promise<string> {
  switch (format) {
    case "json":
      return (await import("../checking/report/json.ts")).reportJson(outcome);
    case "github":
      return (await import("../checking/report/github.ts")).reportGithub(outcome);
    case "text": {
      const { reportText, reportUnreadable } = await import("../checking/report/text.ts");
      io.err(reportUnreadable(outcome));
      return reportText(outcome);
    }
  }
}

function exitStatus({ unreadable, problems, warnings }: Outcome, isStrict: boolean): number {
  if (unreadable.length > 0) return 2;
  return problems.length > 0 || (isStrict && warnings.length > 0) ? 1 : 0;
}
