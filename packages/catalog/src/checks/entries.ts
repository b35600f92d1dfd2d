import type { Path } from "../problems/format-path.ts";
import { mismatch } from "../problems/mismatch.ts";
import type { CatalogProblem, CatalogProblemCode, Finding } from "../problems/problem.ts";
import { problemAt } from "../problems/source-text.ts";
import { closest } from "../problems/suggestion.ts";
import { quote } from "../problems/visible.ts";
import { locate } from "../yaml/locate.ts";
import type { YamlFile } from "../yaml/read-yaml.ts";

/** Keys and values as they were written, valid or not. */
export type Written = Readonly<Record<string, unknown>>;

/** A map somewhere in a file. */
export type Entry = { file: YamlFile; path: Path; written: Written };

/** Looks at all files of a catalog together, and at what is invalid too, so that all problems come at once. */
export type Check = (files: readonly YamlFile[]) => CatalogProblem[];

/** The entries of one of the lists at the top of a catalog. */
export function listed(files: readonly YamlFile[], key: "models" | "families"): Entry[] {
  return files.flatMap((file) => {
    const list = isWritten(file.data) ? file.data[key] : undefined;
    if (!Array.isArray(list)) return [];
    return list.flatMap((written: unknown, index) =>
      isWritten(written) ? [{ file, path: [key, index], written }] : [],
    );
  });
}

/** Whether a value is a map of keys to values. */
export function isWritten(value: unknown): value is Written {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The keys and values of a map; none of anything else. */
export function writtenPairs(value: unknown): [key: string, value: unknown][] {
  return isWritten(value) ? Object.entries(value) : [];
}

/** The ids that entries have. */
export function idsOf(entries: readonly Entry[]): ReadonlySet<string> {
  return new Set(entries.map(({ written }) => written["id"]).filter((id) => typeof id === "string"));
}

/** A finding about a value inside an entry. */
export function report({ file, path }: Entry, inside: Path, finding: Finding): CatalogProblem {
  const way = [...path, ...inside];
  return problemAt(file.source, locate(file.root, way).range, way, finding);
}

/** The finding for a name that should be one of those that are declared. */
export function undeclared(
  code: CatalogProblemCode,
  expected: string,
  name: string,
  declared: ReadonlySet<string>,
): Finding {
  return mismatch(code, { expected, received: quote(name), suggestion: closest(name, declared) });
}

/** Where an earlier value stands, in words, seen from a file: `in line 12`, `in other.yaml, line 12`. */
export function whereIs({ file, path }: Entry, inside: Path, seenFrom: YamlFile): string {
  const { line } = file.source.lines.linePos(locate(file.root, [...path, ...inside]).range[0]);
  return file === seenFrom ? `in line ${line}` : `in ${file.source.file}, line ${line}`;
}
