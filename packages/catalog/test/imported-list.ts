import type { Model } from "@modelpref/router";
import type { ImportedList } from "../src/import/read-list.ts";
import type { ImportSource } from "../src/import/sources.ts";

/** A list of these models, read on 2026-11-22. `sources`: whom each fact is owed to, where that is not the list. */
export function listOf(
  models: readonly Model[],
  source: ImportSource = "litellm",
  sources?: Record<string, string>,
): ImportedList {
  const retrieved = "2026-11-22";
  const named = Object.values(sources ?? {}).map((key) => [key, { title: key, retrieved }] as const);
  return {
    source,
    rowsIn: models.length,
    rows: models.map((model) => ({ place: [], model, ...(sources ? { sources } : {}) })),
    dropped: [],
    leftOut: [],
    cited: new Map([[source, { title: "A list", retrieved }], ...named]),
  };
}
