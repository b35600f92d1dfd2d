import { resolve } from "node:path";
import type { CatalogProblem, CatalogResult, CatalogWarning, Place } from "@modelpref/catalog";
import type { Catalog } from "@modelpref/router";
import { BUNDLED, type CatalogChoice } from "../catalogs/choose-catalog.ts";
import { readText } from "../input/read-text.ts";
import { STDIN_NAME } from "../input/source.ts";
import type { Io } from "../io.ts";
import type { Checked, Finding, Outcome } from "./finding.ts";

/** Checks each of some catalogs by itself, as of a day. @throws BadInput where standard input cannot be read */
export async function checkCatalogs(choices: readonly CatalogChoice[], today: string, io: Io): Promise<Outcome> {
  const catalogs: Checked[] = [];
  const problems: CatalogProblem[] = [];
  const warnings: CatalogWarning[] = [];
  for (const choice of choices) {
    const { name, ...result } = await read(choice, io);
    const odd = result.warningsAt(today);
    const isUnread = result.problems.some(isOfFile);
    if (!isUnread) catalogs.push({ name, ...counts(result, odd) });
    problems.push(...result.problems);
    warnings.push(...odd);
  }
  const distinct = eachOnce(problems).map((problem): Finding => ({ severity: "error", ...problem }));
  return {
    catalogs,
    unreadable: distinct.filter(isOfFile),
    problems: distinct.filter((problem) => !isOfFile(problem)),
    warnings: eachOnce(warnings),
  };
}

async function read({ files, userFile }: CatalogChoice, io: Io): Promise<CatalogResult & { name: string }> {
  const { parseCatalog, readCatalog } = await import("@modelpref/catalog");
  if (files.length === 1 && files[0] === "-") {
    const text = await readText({ name: STDIN_NAME, bytes: io.input });
    return { name: STDIN_NAME, ...parseCatalog(text, { file: STDIN_NAME }) };
  }
  const name =
    files.every((file) => file === BUNDLED) && userFile === undefined ? "the bundled catalog" : files.join(", ");
  return { name, ...(await readCatalog(files, { userFile })) };
}

function counts(
  { catalog, problems }: CatalogResult,
  warnings: readonly CatalogWarning[],
): Pick<Checked, "size" | "problems" | "warnings"> {
  return { size: catalog && sizeOf(catalog), problems: problems.length, warnings: warnings.length };
}

function sizeOf({ models, families = [] }: Catalog): Checked["size"] {
  const retired = models.filter(({ status }) => status === "retired").length;
  return { models: models.length, retired, families: families.length };
}

function isOfFile({ code }: { code: string }): boolean {
  return code.startsWith("file-");
}

/** Catalogs that extend the same file share what is wrong with it. */
function eachOnce<Found extends Place & { code: string; message: string }>(found: readonly Found[]): Found[] {
  const seen = new Map<string, Found>();
  for (const one of found) {
    const { file, line, column, path, code, message } = one;
    const key = JSON.stringify([resolve(file), line, column, path, code, message]);
    if (!seen.has(key)) seen.set(key, one);
  }
  return [...seen.values()];
}
