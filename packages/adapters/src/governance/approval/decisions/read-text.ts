import { constants } from "node:fs";
import { open } from "node:fs/promises";

/** Bytes of the largest file that is read. */
export const LARGEST = 200_000;

/**
 * The text of a file; empty where there is none, undefined where it is larger than `LARGEST`.
 * @throws Error of the system, or where it is no regular file or not UTF-8
 */
export async function readText(file: string): Promise<string | undefined> {
  try {
    return await readRegular(file);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw error;
  }
}

async function readRegular(file: string): Promise<string | undefined> {
  // Without O_NONBLOCK a pipe that nobody writes to holds up a thread for ever.
  const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) throw new Error("no regular file");
    if (stats.size > LARGEST) return undefined;
    return new TextDecoder("utf-8", { fatal: true }).decode(await handle.readFile());
  } finally {
    await handle.close();
  }
}
