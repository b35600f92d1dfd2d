import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Files in a folder of their own, by their names and texts. */
export type Folder = { path: (name: string) => string; write: (files: Record<string, string>) => void };

/** Does something in a folder with these files, which is removed afterwards. */
export async function inFolder<T>(files: Record<string, string>, work: (folder: Folder) => Promise<T>): Promise<T> {
  const place = realpathSync(mkdtempSync(join(tmpdir(), "modelpref-layers-")));
  const path = (name: string): string => join(place, name);
  const write = (more: Record<string, string>): void => {
    for (const [name, text] of Object.entries(more)) {
      mkdirSync(dirname(path(name)), { recursive: true });
      writeFileSync(path(name), text);
    }
  };
  write(files);
  try {
    return await work({ path, write });
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** A catalog of lines under "version: 1". */
export function catalog(...lines: string[]): string {
  return ["version: 1", ...lines, ""].join("\n");
}
