import type { CatalogProblem, CatalogResult } from "@modelpref/catalog";
import type { Catalog } from "@modelpref/router";
import { readText } from "../input/read-text.ts";
import { STDIN_NAME } from "../input/source.ts";
import type { Io } from "../io.ts";
import { visible } from "../terminal/visible.ts";

/** Problems beyond this many are counted. */
const SHOWN = 50;

/** What checking one file gave. */
type Checked = { file: string } & CatalogResult;

/**
 * Runs `route-explain check [FILE…]`. Gives the exit status: 0 no problem, 1 problems, 2 a file that cannot be read.
 * @throws BadInput where standard input cannot be read
 */
export async function check(files: readonly string[], io: Io): Promise<number> {
  if (files.length === 0) return checkBundled(io);
  const checked: Checked[] = [];
  for (const file of files) checked.push(await checkFile(file, io));
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

async function checkFile(file: string, io: Io): Promise<Checked> {
  const { CatalogProblemsError, loadCatalog, parseCatalog } = await import("@modelpref/catalog");
  if (file === "-") {
    const text = await readText({ name: STDIN_NAME, bytes: io.input });
    return { file: STDIN_NAME, ...parseCatalog(text, { file: STDIN_NAME }) };
  }
  try {
    return { file, catalog: await loadCatalog(file), problems: [] };
  } catch (error) {
    if (error instanceof CatalogProblemsError) return { file, catalog: undefined, problems: error.problems };
    throw error;
  }
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
