// Fetches the pinned packages with the ordinary npm client into a temporary folder, and removes it afterwards.

import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * Fetches every package, hands their unpacked folders to `work`, and removes them whatever happens.
 * @param {{ key: string, npm: string, version: string }[]} packages
 * @param {(line: string) => void} progress
 * @param {(folders: Map<string, string>) => Promise<T>} work the folder of each package by its key
 * @returns {Promise<T>} what `work` returns
 * @template T
 */
export async function withPackages(packages, progress, work) {
  const temporary = await mkdtemp(join(tmpdir(), "modelpref-facts-"));
  try {
    const folders = new Map();
    for (const [index, wanted] of packages.entries()) {
      progress(`[${index + 1}/${packages.length}] ${wanted.npm}@${wanted.version}`);
      folders.set(wanted.key, await unpack(wanted, join(temporary, wanted.key)));
    }
    return await work(folders);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** Packs one package into `folder` and returns the folder it unpacks to. */
async function unpack({ npm, version }, folder) {
  await mkdir(folder);
  const { stdout } = await run("npm", [
    "pack",
    `${npm}@${version}`,
    "--json",
    "--silent",
    "--pack-destination",
    folder,
  ]);
  const packed = JSON.parse(stdout);
  const archive = (Array.isArray(packed) ? packed[0] : Object.values(packed)[0])?.filename;
  await run("tar", ["-xzf", join(folder, archive), "-C", folder]);
  return join(folder, "package");
}
