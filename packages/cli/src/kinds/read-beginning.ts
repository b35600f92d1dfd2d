import { open, stat } from "node:fs/promises";
import { LOOKED_AT } from "./recognise.ts";

/** The beginning of a file, as much as is looked at; empty where it cannot be read. */
export async function readBeginning(file: string): Promise<string> {
  try {
    // Reading a pipe or a device could wait for ever.
    if (!(await stat(file)).isFile()) return "";
    const handle = await open(file);
    try {
      const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(LOOKED_AT) });
      return buffer.toString("utf8", 0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch {
    return "";
  }
}
