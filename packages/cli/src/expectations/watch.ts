import { type FSWatcher, watch } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";

/** Milliseconds of quiet before a change counts: an editor writes a file in several steps. */
const QUIET = 60;

/** A file that a catalog may be made of. */
const YAML = /\.ya?ml$/i;

/**
 * Does something now, and again whenever a file that it names changes, or any YAML file in the folders of these: a
 * catalog may extend another. Ends when `interruption` is aborted, never in the middle of the work, and where there is
 * no folder to watch.
 */
export async function watchFiles(interruption: AbortSignal, work: () => Promise<readonly string[]>): Promise<void> {
  const changes = new Changes(interruption);
  try {
    do {
      const since = Date.now();
      changes.forget();
      await changes.watch(await work(), since);
      if (!changes.isWatching) return;
      await changes.next();
    } while (!interruption.aborted);
  } finally {
    changes.close();
  }
}

/** The changes in the folders of some files. */
class Changes {
  readonly #watchers = new Map<string, FSWatcher>();
  readonly #interruption: AbortSignal;
  #files: ReadonlySet<string> = new Set();
  #hasChanged = false;
  #wake: () => void = () => {};

  constructor(interruption: AbortSignal) {
    this.#interruption = interruption;
    interruption.addEventListener("abort", () => this.#wake(), { once: true });
  }

  forget(): void {
    this.#hasChanged = false;
  }

  get isWatching(): boolean {
    return this.#watchers.size > 0;
  }

  /**
   * Folders, and not files, because editors put a new file in the place of the old one. What changed after `since`, in
   * milliseconds, before its folder was watched, counts.
   */
  async watch(names: readonly string[], since: number): Promise<void> {
    this.#files = new Set((await Promise.all(names.map(placesOf))).flat());
    const folders = new Set([...this.#files].map((file) => dirname(file)));
    for (const [folder, watcher] of this.#watchers) {
      if (folders.has(folder)) continue;
      watcher.close();
      this.#watchers.delete(folder);
    }
    for (const folder of folders) this.#watchFolder(folder);
    const times = await Promise.all([...this.#files].map(changedAt));
    if (times.some((time) => time > since)) this.#hasChanged = true;
  }

  #watchFolder(folder: string): void {
    if (this.#watchers.has(folder)) return;
    try {
      const watcher = watch(folder, (_, name) => this.#notice(folder, name));
      watcher.on("error", () => this.#lose(folder));
      this.#watchers.set(folder, watcher);
    } catch {
      // A folder that is not there: the run has told so.
    }
  }

  /** A folder went away; the next run tells that its files are missing. */
  #lose(folder: string): void {
    this.#watchers.get(folder)?.close();
    this.#watchers.delete(folder);
    this.#notice(folder, null);
  }

  #notice(folder: string, name: string | null): void {
    if (name !== null && !YAML.test(name) && !this.#files.has(resolve(folder, name))) return;
    this.#hasChanged = true;
    this.#wake();
  }

  /** Resolves when something has changed and then all was quiet, or at the interruption. */
  async next(): Promise<void> {
    while (!this.#hasChanged && !this.#interruption.aborted) await this.#woken();
    while (this.#hasChanged && !this.#interruption.aborted) {
      this.#hasChanged = false;
      await Promise.race([this.#woken(), quiet()]);
    }
  }

  #woken(): Promise<void> {
    return new Promise((resolveWoken) => {
      this.#wake = resolveWoken;
    });
  }

  close(): void {
    for (const watcher of this.#watchers.values()) watcher.close();
  }
}

function quiet(): Promise<void> {
  return new Promise((resolveQuiet) => setTimeout(resolveQuiet, QUIET));
}

/** A file, and what it is a link to. */
async function placesOf(name: string): Promise<string[]> {
  const file = resolve(name);
  const target = await realpath(file).catch(() => file);
  return [...new Set([file, target])];
}

/** When a file was last written, in milliseconds; 0 where there is none. */
async function changedAt(file: string): Promise<number> {
  return stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
}
