import { indexIds } from "./glob-index.ts";
import type { Part } from "./part.ts";
import type { Whole } from "./whole.ts";
import { writtenList } from "./written.ts";

/** Takes out all models that an entry of a file's `remove` fits. They stay known as bases of others. */
export function remove({ models, removed }: Whole, part: Part): void {
  const globs = writtenList(part.written["remove"]);
  if (globs.length === 0) return;
  const find = indexIds(models.keys());
  for (const glob of globs) {
    if (typeof glob !== "string") continue;
    for (const id of find(glob)) {
      const model = models.get(id);
      if (model !== undefined) removed.set(id, model);
      models.delete(id);
    }
  }
}
