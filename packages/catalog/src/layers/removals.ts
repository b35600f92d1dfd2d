import { type FindIds, indexIds } from "./glob-index.ts";
import type { Part } from "./part.ts";
import type { Whole } from "./whole.ts";
import { writtenList } from "./written.ts";

/** Takes out all models that an entry of a file's `remove` fits. They stay known as bases of others. */
export function remove({ models, removed }: Whole, part: Part): void {
  const globs = writtenList(part.written["remove"]).filter((glob) => typeof glob === "string");
  let find: FindIds | undefined;
  let foundInVain = 0;
  for (const glob of globs) {
    // Indexed anew when as many finds were in vain as there are models: many globs that fit the same cost little.
    if (find === undefined || foundInVain > models.size) [find, foundInVain] = [indexIds(models.keys()), 0];
    for (const id of find(glob)) {
      const model = models.get(id);
      if (model === undefined) foundInVain++;
      else removed.set(id, model);
      models.delete(id);
    }
  }
}
