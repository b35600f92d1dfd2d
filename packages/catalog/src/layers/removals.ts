import { type FindIds, indexIds } from "./glob-index.ts";
import type { Part } from "./part.ts";
import type { Whole } from "./whole.ts";
import { writtenList } from "./written.ts";

/** Takes out all models that an entry of a file's `remove` fits. They stay known as bases of others. */
export function remove(whole: Whole, part: Part): void {
  const { models, idle } = whole;
  let find: FindIds | undefined;
  let foundInVain = 0;
  for (const [index, glob] of writtenList(part.written["remove"]).entries()) {
    if (typeof glob !== "string") continue;
    // Indexed anew when as many finds were in vain as there are models: many globs that fit the same cost little.
    if (find === undefined || foundInVain > models.size) [find, foundInVain] = [indexIds(models.keys()), 0];
    const found = find(glob);
    const taken = take(found, whole);
    foundInVain += found.length - taken;
    if (taken === 0) idle.push({ part, path: ["remove", index] });
  }
}

/** Takes models out; gives how many were still there. */
function take(ids: readonly string[], { models, removed }: Whole): number {
  let taken = 0;
  for (const id of ids) {
    const model = models.get(id);
    if (model !== undefined) removed.set(id, model);
    if (models.delete(id)) taken++;
  }
  return taken;
}
