import { type FSWatcher, watch } from "node:fs";
import { stat } from "node:fs/promises";
import { placesOf, type WatchPoints, watchPoints } from "./watch-points.ts";

/** Milliseconds of quiet before a change counts: an editor writes a file in several steps. */
const QUIET = 60;
/** Milliseconds by which the clock that marks files lags behind that of the process, at most: Linux marks by ticks of its own. */
const LAG = 20;

/** The changes of some files. */
export class Changes {
  #watchers: readonly FSWatcher[] = [];
  readonly #interruption: AbortSignal;
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
    return this.#watchers.length > 0;
  }

  /** Watches these files and no others. What changed after `since`, in milliseconds, before it was watched, counts. */
  async watch(files: readonly string[], since: number): Promise<void> {
    const points = await watchPoints(files);
    const before = this.#watchers;
    // Made anew each time: a folder that was put in the place of another has the same name.
    this.#watchers = [...points].flatMap(([folder, names]) => this.#watchFolder(folder, names));
    for (const watcher of before) watcher.close();
    const hasMoved = !isSame(points, await watchPoints(files));
    if (hasMoved || (await lastChange(files)) > since - LAG) this.#hasChanged = true;
  }

  #watchFolder(folder: string, names: ReadonlySet<string>): FSWatcher[] {
    try {
      const watcher = watch(folder, (_, name) => {
        if (name === null || names.has(name)) this.#notice();
      });
      // A folder went away; the next run tells that its files are missing.
      return [watcher.on("error", () => this.#notice())];
    } catch {
      // It went away just now, or may not be read: the run has told so.
      return [];
    }
  }

  #notice(): void {
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
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  close(): void {
    for (const watcher of this.#watchers) watcher.close();
  }
}

function quiet(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, QUIET));
}

function isSame(one: WatchPoints, other: WatchPoints): boolean {
  return one.size === other.size && [...one].every(([folder, names]) => other.get(folder)?.size === names.size);
}

/** When any of the files was last written or put there, in milliseconds; 0 where none is there. */
async function lastChange(files: readonly string[]): Promise<number> {
  const places = (await Promise.all(files.map(placesOf))).flat();
  const times = places.map((place) =>
    stat(place).then(
      ({ ctimeMs }) => ctimeMs,
      () => 0,
    ),
  );
  return Math.max(0, ...(await Promise.all(times)));
}
