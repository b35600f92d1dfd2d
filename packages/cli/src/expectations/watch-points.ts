import { realpath, stat } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";

/** Folders to watch, and the names in each that matter. */
export type WatchPoints = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Where changes of files are seen: in their folders, because editors put a new file in the place of the old one. A link is
 * seen where it stands and where it leads. Of a folder that is not there, the nearest one above it that is.
 */
export async function watchPoints(files: readonly string[]): Promise<WatchPoints> {
  const points = new Map<string, Set<string>>();
  for (const file of files) {
    for (const place of await placesOf(file)) {
      const { folder, name } = await nearest(place);
      points.set(folder, (points.get(folder) ?? new Set()).add(name));
    }
  }
  return points;
}

/** A file, and what it is a link to. */
export async function placesOf(name: string): Promise<string[]> {
  const file = resolve(name);
  const target = await realpath(file).catch(() => file);
  return [...new Set([file, target])];
}

async function nearest(path: string): Promise<{ folder: string; name: string }> {
  const folder = dirname(path);
  if (folder === path || (await isFolder(folder))) return { folder, name: basename(path) };
  return nearest(folder);
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (about) => about.isDirectory(),
    () => false,
  );
}
