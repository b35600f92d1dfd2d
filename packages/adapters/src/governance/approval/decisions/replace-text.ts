import { randomBytes } from "node:crypto";
import { mkdir, open, readlink, realpath, rename, rm } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { LARGEST, readText } from "./read-text.ts";

/**
 * Puts a text in the place of a file's, so that at any moment, a kill or a full disk included, the old or the new one is there,
 * whole. Gives false, and does nothing, where the file no longer has the text that the new one was made from.
 * @throws Error of the system, or where the new one is too large to be read again
 */
export async function replaceText(file: string, before: string, after: string): Promise<boolean> {
  if (Buffer.byteLength(after) > LARGEST) throw new Error(`more than ${LARGEST} bytes`);
  const target = await targetOf(file);
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  const temporary = `${target}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    await writeWhole(temporary, after);
    if ((await readText(target)) !== before) return false;
    await rename(temporary, target);
    return true;
  } finally {
    await rm(temporary, { force: true });
  }
}

/** A link stays a link: what it points to is replaced, or made. */
async function targetOf(file: string): Promise<string> {
  try {
    return await realpath(file);
  } catch (error) {
    // Either there is no file, or a link to none.
    const next = await readlink(file).catch(() => undefined);
    if (next === undefined) return file;
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    return targetOf(resolve(await realpath(dirname(file)), next));
  }
}

/** Writes to the disk and not only to the system's memory: a rename may get there before the text. */
async function writeWhole(file: string, text: string): Promise<void> {
  const handle = await open(file, "wx", 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
