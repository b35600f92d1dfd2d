import { randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { copyFile, link, lstat, readFile, realpath, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { BadInput, type Problem } from "../problems/problem.ts";

/** A file to be, and what it shall hold. */
export type NewFile = { file: string; text: string };

/** Tells of all files that are there already, but for those that hold the very text they shall. @throws BadInput */
export async function refuseExisting(files: readonly (NewFile | { file: string })[]): Promise<void> {
  const problems = await Promise.all(files.map(existingProblem));
  if (problems.some((problem) => problem !== undefined))
    throw new BadInput(problems.flatMap((problem) => problem ?? []));
}

/**
 * Writes files, each whole or not at all: first beside its place, then moved there. With `force` they replace what is
 * there; else nothing that exists is touched, even when it came into being a moment ago. Gives the names of those that were written: what holds its text already is left alone. @throws BadInput
 */
export async function writeFiles(files: readonly NewFile[], { force }: { force: boolean }): Promise<string[]> {
  if (!force) await refuseExisting(files);
  const written: string[] = [];
  for (const wanted of files) {
    if (await isThere(wanted)) continue;
    await writeOne(wanted, force);
    written.push(wanted.file);
  }
  return written;
}

async function writeOne({ file, text }: NewFile, force: boolean): Promise<void> {
  const target = force ? await realpath(file).catch(() => file) : file;
  const aside = join(dirname(target), `.route-explain-${randomUUID()}`);
  try {
    await writeFile(aside, text, { flag: "wx" });
    await (force ? rename(aside, target) : placeNew(aside, target));
  } catch (error) {
    throw new BadInput([writeProblem(error, file)]);
  } finally {
    // Where even this fails, nothing was written.
    await rm(aside, { force: true }).catch(() => {});
  }
}

/** A link fails where the name is taken, a rename would not. Where a file system has no links, a copy must do. */
async function placeNew(aside: string, target: string): Promise<void> {
  try {
    await link(aside, target);
  } catch (error) {
    if (!NO_LINKS.has(codeOf(error))) throw error;
    await copyFile(aside, target, constants.COPYFILE_EXCL);
  }
}

const NO_LINKS: ReadonlySet<unknown> = new Set(["EPERM", "ENOSYS", "ENOTSUP", "EOPNOTSUPP", "EMLINK"]);

async function existingProblem(wanted: NewFile | { file: string }): Promise<Problem | undefined> {
  const stats = await lstat(wanted.file).catch(() => undefined);
  if (stats === undefined || ("text" in wanted && (await isThere(wanted)))) return undefined;
  return stats.isDirectory()
    ? writeProblem({ code: "EISDIR" }, wanted.file)
    : writeProblem({ code: "EEXIST" }, wanted.file);
}

/** Whether a file holds this already. */
async function isThere({ file, text }: NewFile): Promise<boolean> {
  const stats = await lstat(file).catch(() => undefined);
  if (stats?.isFile() !== true || stats.size !== Buffer.byteLength(text)) return false;
  return (await readFile(file, "utf8").catch(() => undefined)) === text;
}

const MESSAGES: ReadonlyMap<unknown, Omit<Problem, "file">> = new Map([
  ["EEXIST", { code: "exists", message: "is there already", remedy: "--force replaces it" }],
  ["EISDIR", { code: "folder", message: "is a folder, expected the name of a file" }],
  ["ENOENT", { code: "missing", message: "its folder does not exist" }],
  ["ENOTDIR", { code: "missing", message: "a part of its path is not a folder" }],
  ["EACCES", { code: "unwritable", message: "may not be written: permission denied" }],
  ["EROFS", { code: "unwritable", message: "may not be written: the file system is read-only" }],
  ["ENOSPC", { code: "unwritable", message: "cannot be written: the disk is full" }],
  ["ENAMETOOLONG", { code: "unwritable", message: "cannot be written: the name is too long" }],
]);

function writeProblem(error: unknown, file: string): Problem {
  const detail = error instanceof Error ? error.message : String(error);
  return { file, ...(MESSAGES.get(codeOf(error)) ?? { code: "unwritable", message: `cannot be written: ${detail}` }) };
}

function codeOf(error: unknown): unknown {
  return typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
}
