import { realpath } from "node:fs/promises";
import type { ImportedList, ImportSource, ListOptions, Merged } from "@modelpref/catalog/import";
import { openForReplacing, type Replaceable, replaceFile } from "../files/replace-file.ts";
import { explainListProblem } from "../import/list-problem.ts";
import { readPlace } from "../import/read-place.ts";
import type { Io } from "../io.ts";
import { BadInput } from "../problems/problem.ts";
import { createScreen } from "../terminal/screen.ts";
import { viewList } from "../views/import/list.ts";
import { viewMerge } from "../views/import/merge.ts";
import { viewUnknownProviders } from "../views/import/providers.ts";
import type { ImportOptions } from "./import-options.ts";
import { createProgress } from "./progress.ts";

/** Digits of a day in ISO notation. */
const DAY = 10;

/** Runs `route-explain import SOURCE FILE`. Gives the exit status: 0 done, 1 no model to import. @throws BadInput */
export async function importList(source: ImportSource, place: string, options: ImportOptions, io: Io): Promise<number> {
  const progress = createProgress(io);
  try {
    const into = options.merge === undefined ? undefined : await openForReplacing(options.merge);
    const texts = await readPlace(place, io, (bytes) =>
      progress.show(`${Math.round(bytes / 1e3)} kB of ${source} read`),
    );
    const { readList, unknownProviders } = await import("@modelpref/catalog/import");
    const asked = { today: new Date().toISOString().slice(0, DAY), providers: options.provider, match: options.match };
    const { list, problems } = readList(source, texts, asked);
    if (list === undefined)
      throw new BadInput(await Promise.all(problems.map((one) => explainListProblem(one, source, texts))));
    progress.show(`writing ${list.rows.length} models`);
    const { unknown, known } = unknownProviders(list, options.provider ?? []);
    const report = viewList(list, createScreen({ ...io, colors: false })) + viewUnknownProviders(unknown, known);
    progress.clear();
    if (into !== undefined) return await merge(into, list, asked, { options, io, report });
    io.err(report);
    if (options.dryRun !== true && list.rows.length > 0) await io.out(await print(list, asked));
    return list.rows.length > 0 ? 0 : 1;
  } finally {
    progress.clear();
  }
}

async function print(list: ImportedList, asked: ListOptions): Promise<string> {
  const { printCatalog } = await import("@modelpref/catalog/import");
  return printCatalog(list, asked);
}

type Run = { options: ImportOptions; io: Io; report: string };

async function merge(
  into: Replaceable,
  list: ImportedList,
  asked: ListOptions,
  { options, io, report }: Run,
): Promise<number> {
  const { mergeLayeredCatalog } = await import("@modelpref/catalog/import");
  const userFile = await ownFile(into, io);
  const merged = await mergeLayeredCatalog(into.text, into.name, list, { ...asked, userFile });
  if (merged.text === undefined) throw await refuse(merged);
  io.err(report + viewMerge(merged.plan, { list, file: into.name }, createScreen({ ...io, colors: false })));
  const isSame = merged.text === into.text;
  if (!isSame && options.dryRun !== true) await replaceFile(into, merged.text);
  const end = isSame ? "is up to date" : options.dryRun === true ? "is not written (--dry-run)" : "is written";
  io.err(`${into.name} ${end}\n`);
  return list.rows.length > 0 ? 0 : 1;
}

/**
 * The user's own catalog file where it is what is merged into: it lies on the bundled catalog without saying so. Below a
 * file of others it counts for nothing, or the result would depend on who imports.
 */
async function ownFile({ path }: Replaceable, { userCatalogFile: own }: Io): Promise<string | undefined> {
  if (own === undefined) return undefined;
  return (await realpath(own).catch(() => undefined)) === path ? own : undefined;
}

/** What is wrong with the catalog that should be merged into, or what the file is instead. */
async function refuse({ problems }: Extract<Merged, { text: undefined }>): Promise<BadInput> {
  const { formatProblem } = await import("@modelpref/catalog");
  const { tellWrongKinds } = await import("../kinds/catalog-findings.ts");
  const found = await tellWrongKinds(problems, "catalog");
  return new BadInput(found.map((problem) => ({ code: "catalog", formatted: formatProblem(problem) })));
}
