import { indexIds } from "../../layers/glob-index.ts";
import { writtenList } from "../../layers/written.ts";
import type { Target } from "./target.ts";

/** The ids of a list that `remove` takes out: of a layer that had them, or of the file, which would take out what it gets. */
export function takenOut({ part, whole }: Target, ids: readonly string[]): ReadonlySet<string> {
  const globs = writtenList(part.written["remove"]).filter((glob) => typeof glob === "string");
  const byFile = globs.length === 0 ? [] : globs.flatMap(indexIds(ids));
  return new Set([...whole.removed.keys(), ...byFile]);
}
