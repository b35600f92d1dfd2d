import { existsSync } from "node:fs";
import { join, posix } from "node:path";
import type { Document } from "./check-documents.ts";
import type { Finding } from "./finding.ts";

/** A path of the repository in code marks: `packages/router/src/rank.ts`. */
const NAMED = /`((?:packages|tests|scripts|docs|examples)\/[\w./-]*)`/g;

/** The target of a link that stays in the repository, without its anchor. */
const LINKED = /\]\((?!\w+:|#)([^)#\s]+)(?:#[^)\s]*)?\)/g;

/** Paths and links of a document that lead nowhere. Names that begin with `your-` stand for a file to be written. */
export function pathFaults({ file, text }: Document, root: string): Finding[] {
  return text.split("\n").flatMap((line, index) =>
    pathsIn(line, posix.dirname(file))
      .filter((path) => !path.includes("/your-") && !existsSync(join(root, path)))
      .map((path) => ({ code: "path" as const, where: `${file}:${index + 1}`, message: `${path} does not exist` })),
  );
}

function pathsIn(line: string, folder: string): string[] {
  const named = [...line.matchAll(NAMED)].map((match) => match[1] ?? "");
  const linked = [...line.matchAll(LINKED)].map((match) => posix.join(folder, match[1] ?? ""));
  return [...named, ...linked];
}
