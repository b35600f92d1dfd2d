import type { CatalogProblem } from "../problems/problem.ts";
import type { YamlFile } from "../yaml/read-yaml.ts";
import { type Entry, listed, report, whereIs } from "./entries.ts";

/** No two models, and no two families, have the same id. */
export function findDuplicateIds(files: readonly YamlFile[]): CatalogProblem[] {
  return [...findIn(listed(files, "models"), "model"), ...findIn(listed(files, "families"), "family")];
}

function findIn(entries: readonly Entry[], kind: string): CatalogProblem[] {
  const firstOf = new Map<unknown, Entry>();
  return entries.flatMap((entry) => {
    const id = entry.written["id"];
    const first = firstOf.get(id);
    if (first === undefined) firstOf.set(id, entry);
    if (first === undefined || typeof id !== "string") return [];
    const message = `this id stands ${whereIs(first, ["id"], entry.file)} already; each ${kind} needs its own`;
    return [report(entry, ["id"], { code: "duplicate-id", message })];
  });
}
