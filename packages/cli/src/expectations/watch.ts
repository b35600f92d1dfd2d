import { Changes } from "./changes.ts";

/**
 * Does something now, and again whenever one of the files that it names changes, comes or goes. Ends when `interruption` is
 * aborted, never in the middle of the work, and where nothing can be watched.
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
