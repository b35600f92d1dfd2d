import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import type { CatalogProblem } from "../problems/problem.ts";
import { decode } from "./decode.ts";
import { fileProblem, MOST_BYTES } from "./file-problem.ts";

/** The text of a file, or why it cannot be read. Follows links. Reads no more of a file than a catalog may have. */
export async function readFile(file: string): Promise<string | CatalogProblem> {
  try {
    const about = await stat(file);
    if (about.isDirectory()) return fileProblem(file, "file-is-folder");
    // Reading a pipe or a device could wait for ever.
    if (!about.isFile()) return fileProblem(file, "file-unreadable", "not a regular file");
    return decode(file, await buffer(createReadStream(file, { end: MOST_BYTES })));
  } catch (error) {
    return explain(file, error);
  }
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ["EACCES", "permission denied"],
  ["EPERM", "permission denied"],
  ["ELOOP", "too many links, or links in a circle"],
  ["ENAMETOOLONG", "the name is too long"],
  ["ERR_INVALID_ARG_VALUE", "the name holds a NUL character"],
]);

function explain(file: string, error: unknown): CatalogProblem {
  const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
  if (code === "ENOENT" || code === "ENOTDIR") return fileProblem(file, "file-missing");
  return fileProblem(file, "file-unreadable", REASONS.get(code) ?? code);
}
