import type { CatalogProblem, CatalogProblemCode } from "@modelpref/catalog";
import { formatMessage } from "../problems/format-problem.ts";
import { readBeginning } from "./read-beginning.ts";
import { findWrongKind, type WantedKind } from "./wrong-kind.ts";

/** One thing that is wrong with a file in YAML: in it, or that it is no such file at all. */
export type FileFinding = Omit<CatalogProblem, "code"> & { code: CatalogProblemCode | "wrong-kind" };

/**
 * The problems of YAML files; of a file that is plainly something else, that alone is told. `textOf` gives the beginning of
 * a file, empty where it has none.
 */
export async function tellWrongKinds(
  problems: readonly CatalogProblem[],
  wanted: WantedKind,
  textOf: (file: string) => Promise<string> = readBeginning,
): Promise<FileFinding[]> {
  const wrong = new Map<string, FileFinding>();
  for (const file of new Set(problems.map((problem) => problem.file))) {
    const found = findWrongKind(await textOf(file), file, wanted);
    if (found === undefined) continue;
    const { code, expected, received } = found;
    wrong.set(file, { code, file, path: "", message: formatMessage(found), expected, received });
  }
  const told = new Set<string>();
  return problems.flatMap((problem): FileFinding[] => {
    const one = wrong.get(problem.file);
    if (one === undefined) return [problem];
    if (told.has(problem.file)) return [];
    told.add(problem.file);
    return [one];
  });
}
