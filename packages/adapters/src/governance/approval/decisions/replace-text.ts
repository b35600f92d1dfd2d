import { randomBytes } from "node:crypto";
import { mkdir, open, readFile, realpath, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

/** The text of a file; empty where there is none. @throws Error of the system, or where it is not UTF-8 */
export async function readText(file: string): Promise<string> {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await readFile(file));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw error;
  }
}

/**
 * Puts a text in the place of a file's, so that at any moment, a kill or a full disk included, the old or the new one is there,
 * whole. Gives false, and does nothing, where the file no longer has the text that the new one was made from.
 * @throws Error of the system
 */
export async function replaceText(file: string, before: string, after: string): Promise<boolean> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  // A link stays a link: what it points at is replaced.
  const target = await realpath(file).catch(() => file);
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
