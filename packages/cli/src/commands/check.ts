import { existsSync } from "node:fs";
import type { CatalogProblem } from "@modelpref/catalog";
import type { Catalog } from "@modelpref/router";
import { type CatalogChoice, chooseCatalog, isBundledAlone } from "../catalogs/choose-catalog.ts";
import { readText } from "../input/read-text.ts";
import { STDIN_NAME } from "../input/source.ts";
import type { Io } from "../io.ts";
import { visible } from "../terminal/visible.ts";

/** What the flags of `route-explain check` hold. */
export type CheckOptions = { userCatalog?: boolean };

/** Problems beyond this many are counted. */
const SHOWN = 50;

/** What checking one catalog gave; it is called by its files. */
type Checked = { file: string; catalog: Catalog | undefined; problems: readonly CatalogProblem[] };

/**
 * Runs `route-explain check [FILE…]`: each file as a catalog, or the catalog that is used where none is named. Gives the exit status: 0 no problem, 1 problems, 2 a file that cannot be read.
 * @throws BadInput where standard input cannot be read
 */
export async function check(files: readonly string[], options: CheckOptions, io: Io): Promise<number> {
  const inForce = chooseCatalog(options, io);
  if (files.length === 0 && isBundledAlone(inForce, existsSync)) return checkBundled(io);
  const choices = files.length === 0 ? [inForce] : files.map((file) => ({ ...inForce, files: [file] }));
  const checked: Checked[] = [];
  for (const choice of choices) checked.push(await checkChoice(choice, io));
  const { formatProblem } = await import("@modelpref/catalog");
  const [unreadable, problems] = partition(checked.flatMap((one) => one.problems));
  for (const problem of unreadable) io.err(`${formatProblem(problem)}\n`);
  const shown = problems.slice(0, SHOWN).map(formatProblem);
  const hidden = problems.length - shown.length;
  const summaries = checked.flatMap(summary);
  const lines = [...shown, ...(hidden > 0 ? [`... and ${hidden} more problems`] : []), ...summaries];
  if (lines.length > 0) await io.out(`${lines.join("\n")}\n`);
  return unreadable.length > 0 ? 2 : problems.length > 0 ? 1 : 0;
}

async function checkBundled(io: Io): Promise<number> {
  const { bundledCatalog } = await import("@modelpref/catalog/bundled");
  await io.out(`${soundLine("the bundled catalog", bundledCatalog())}\n`);
  return 0;
}

async function checkChoice({ files, userFile }: CatalogChoice, io: Io): Promise<Checked> {
  const { parseCatalog, readCatalog } = await import("@modelpref/catalog");
  if (files.length === 1 && files[0] === "-") {
    const text = await readText({ name: STDIN_NAME, bytes: io.input });
    return { file: STDIN_NAME, ...parseCatalog(text, { file: STDIN_NAME }) };
  }
  return { file: files.join(", "), ...(await readCatalog(files, { userFile })) };
}

/** The problems with files as such, and those with what they say. */
function partition(problems: readonly CatalogProblem[]): [CatalogProblem[], CatalogProblem[]] {
  const isOfFile = ({ code }: CatalogProblem): boolean => code.startsWith("file-");
  return [problems.filter(isOfFile), problems.filter((problem) => !isOfFile(problem))];
}

function summary({ file, catalog, problems }: Checked): string[] {
  if (catalog !== undefined) return [soundLine(visible(file), catalog)];
  const [unreadable] = partition(problems);
  return unreadable.length > 0 ? [] : [`${visible(file)}: ${count(problems.length, "problem")}`];
}

function soundLine(name: string, { models, families = [] }: Catalog): string {
  const retired = models.filter(({ status }) => status === "retired").length;
  const among = retired > 0 ? ` (${retired} retired)` : "";
  return `${name}: ${count(models.length, "model")}${among}, ${families.length} families: no problem`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
