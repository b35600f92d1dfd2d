// Replaces a file's text so that at any moment, a kill included, the old or the new text is there, whole: the new text is
// written beside it and renamed over it. A link stays a link: what it points at is replaced.

import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { access, type FileHandle, open, readdir, realpath, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { readText } from "../input/read-text.ts";
import { fileProblem, openFile } from "../input/source.ts";
import { BadInput } from "../problems/problem.ts";

/** A file that was read in order to be replaced. */
export type Replaceable = {
  /** As the user named it. */
  name: string;
  /** Where it really is. */
  path: string;
  text: string;
  mode: number;
};

/** Reads a file that shall be replaced. @throws BadInput where it cannot be read or may not be written */
export async function openForReplacing(name: string): Promise<Replaceable> {
  try {
    const path = await realpath(name);
    const about = await stat(path);
    if (!about.isFile() && !about.isDirectory()) throw unwritable(name, "is not a regular file");
    const text = await readText({ ...(await openFile(path)), name });
    await access(path, constants.W_OK);
    return { name, path, text, mode: about.mode };
  } catch (error) {
    throw error instanceof BadInput ? error : new BadInput([fileProblem(error, name)]);
  }
}

/** Puts a text in the place of the one that was read. @throws BadInput where the file changed since, or cannot be written */
export async function replaceFile(opened: Replaceable, text: string): Promise<void> {
  const folder = dirname(opened.path);
  const temporary = join(folder, `.route-explain.${process.pid}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    await removeLeftovers(folder);
    await writeWhole(temporary, text, opened.mode);
    await refuseChanged(opened);
    await rename(temporary, opened.path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error instanceof BadInput ? error : unwritable(opened.name, `cannot be written: ${reason(error)}`);
  }
  await syncFolder(folder);
}

/** Writes a new file, to the disk and not only to the system's memory: a rename may get there before the text. */
async function writeWhole(file: string, text: string, mode: number): Promise<void> {
  await using(await open(file, "wx", 0o600), async (handle) => {
    await handle.writeFile(text);
    await handle.chmod(mode & 0o777);
    await handle.sync();
  });
}

async function refuseChanged({ name, path, text }: Replaceable): Promise<void> {
  const now = await Promise.all([realpath(name), readText({ ...(await openFile(path)), name })]);
  if (now[0] === path && now[1] === text) return;
  const message = "was changed by somebody else in the meantime and is left as it is; run the command again";
  throw new BadInput([{ code: "changed", file: name, message }]);
}

/** Keeps the rename over a loss of power. Not every system lets a folder be opened. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => undefined);
  if (handle !== undefined) await using(handle, (opened) => opened.sync().catch(() => undefined));
}

async function using(handle: FileHandle, work: (handle: FileHandle) => Promise<void>): Promise<void> {
  try {
    await work(handle);
  } finally {
    await handle.close();
  }
}

const LEFTOVER = /^\.route-explain\.(\d+)\.[0-9a-f]+\.tmp$/;

/** Removes what runs left that were killed while they wrote. */
async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const process = LEFTOVER.exec(name)?.[1];
    if (process !== undefined && !isRunning(Number(process))) await rm(join(folder, name), { force: true });
  }
}

/** Whether there is such a process, ours or another user's. */
function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function reason(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EACCES" || code === "EPERM") return "permission denied";
  if (code === "ENOSPC") return "no space left";
  return error instanceof Error ? error.message : String(error);
}

function unwritable(file: string, message: string): BadInput {
  return new BadInput([{ code: "unwritable", file, message }]);
}
