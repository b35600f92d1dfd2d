import { resolve } from "node:path";
import type { CatalogResult, CatalogWarning, Place } from "@modelpref/catalog";
import type { Catalog } from "@modelpref/router";
import { BUNDLED, type CatalogChoice } from "../catalogs/choose-catalog.ts";
import { tellNamer } from "../catalogs/tell-namer.ts";
import { readText } from "../input/read-text.ts";
import { STDIN_NAME } from "../input/source.ts";
import type { Io } from "../io.ts";
import { type FileFinding, tellWrongKinds } from "../kinds/catalog-findings.ts";
import type { Checked, Finding, Outcome } from "./finding.ts";

/** Checks each of some catalogs by itself, as of a day. @throws BadInput where standard input cannot be read */
export async function checkCatalogs(choices: readonly CatalogChoice[], today: string, io: Io): Promise<Outcome> {
  const catalogs: Checked[] = [];
  const problems: FileFinding[] = [];
  const warnings: CatalogWarning[] = [];
  for (const choice of choices) {
    const { name, found, catalog, warningsAt } = await read(choice, io);
    const odd = found.some(isWrongKind) ? [] : warningsAt(today);
    const isUnread = found.some(isOfFile);
    const size = catalog && sizeOf(catalog);
    if (!isUnread)
      catalogs.push({ name, size, problems: found.length, ...elsewhere(found, choice), warnings: odd.length });
    problems.push(...found);
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

/** What reading a catalog gave; `found` are its problems. */
type Read = Pick<CatalogResult, "catalog" | "warningsAt"> & { name: string; found: readonly FileFinding[] };

async function read(choice: CatalogChoice, io: Io): Promise<Read> {
  const { files, userFile } = choice;
  const { parseCatalog, readCatalog } = await import("@modelpref/catalog");
  if (files.length === 1 && files[0] === "-") {
    const text = await readText({ name: STDIN_NAME, bytes: io.input });
    const result = parseCatalog(text, { file: STDIN_NAME });
    return { name: STDIN_NAME, ...result, found: await tellWrongKinds(result.problems, "catalog", async () => text) };
  }
  const name =
    files.every((file) => file === BUNDLED) && userFile === undefined ? "the bundled catalog" : files.join(", ");
  const result = await readCatalog(files, { userFile });
  return { name, ...result, found: tellNamer(await tellWrongKinds(result.problems, "catalog"), choice) };
}

/** The one file that all problems are in, where the user did not name it: a layer below, or their own. */
function elsewhere(found: readonly FileFinding[], { files }: CatalogChoice): Pick<Checked, "problemsIn"> {
  const [file, ...others] = new Set(found.map((one) => one.file));
  const isElsewhere = file !== undefined && others.length === 0 && file !== STDIN_NAME && !files.includes(file);
  return isElsewhere ? { problemsIn: file } : {};
}

function sizeOf({ models, families = [] }: Catalog): Checked["size"] {
  const retired = models.filter(({ status }) => status === "retired").length;
  return { models: models.length, retired, families: families.length };
}

function isOfFile({ code }: { code: string }): boolean {
  return code.startsWith("file-");
}

/** What warnings say of a catalog says nothing of what is none. */
function isWrongKind({ code }: { code: string }): boolean {
  return code === "wrong-kind";
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
