import type { CatalogProblem, CatalogProblemCode } from "../problems/problem.ts";

/** Bytes of the largest catalog that is read (design section 8). */
export const MOST_BYTES = 5_000_000;

/** Why a file cannot be read as a catalog at all. */
export type FileProblemCode = Extract<CatalogProblemCode, `file-${string}`>;

const MESSAGES: Readonly<Record<FileProblemCode, string>> = {
  "file-missing": "no such file",
  "file-is-folder": "a folder; expected a YAML file",
  "file-unreadable": "cannot be read",
  "file-too-large": "larger than 5 MB; no catalog needs that",
  "file-binary": "binary; expected YAML text",
  "file-not-utf8": "not UTF-8 text; save the file as UTF-8",
};

/** A problem with a whole file. `why` is what the system says. */
export function fileProblem(file: string, code: FileProblemCode, why?: string): CatalogProblem {
  const message = why === undefined ? MESSAGES[code] : `${MESSAGES[code]}: ${why}`;
  return { code, file, path: "", message };
}
