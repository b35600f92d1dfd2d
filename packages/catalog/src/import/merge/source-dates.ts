import type { ImportedList } from "../read-list.ts";
import { type Selection, selector } from "../settle-rows.ts";
import { get, pairs } from "../values/written.ts";
import { sourceKeys } from "./source-keys.ts";
import { entriesOf, type Target } from "./target.ts";

/** A source of the file whose date stays: entries cite it that were not asked for, so nothing of them was read. */
export type KeptDate = { source: string; retrieved: string | undefined; ids: readonly string[] };

/** The sources whose dates an import of a part of a list would move for facts that it did not look at. */
export function keptDates(target: Target, list: ImportedList, selection: Selection): KeptDate[] {
  const unread = citedUnread(target, selection);
  const declared = new Map(pairs(target.part.written["sources"]));
  const keyOf = sourceKeys(target);
  return [...list.cited].flatMap(([key, cited]): KeptDate[] => {
    const source = keyOf(key);
    const date = get(declared.get(source), "retrieved");
    const retrieved = typeof date === "string" ? date : undefined;
    const ids = unread.get(source);
    const isMoved = declared.has(source) && retrieved !== cited.retrieved;
    return ids === undefined || !isMoved ? [] : [{ source, retrieved, ids: [...ids] }];
  });
}

/** By source: the models of the file that cite it and were not asked for. */
function citedUnread({ part }: Target, selection: Selection): ReadonlyMap<unknown, ReadonlySet<string>> {
  const models = entriesOf(part).flatMap(({ id, sources }) => (typeof id === "string" ? [{ id, sources }] : []));
  const isAsked = selector(
    models.map(({ id }) => id),
    selection,
  );
  const citing = new Map<unknown, Set<string>>();
  for (const { id, sources } of models) {
    if (isAsked(id)) continue;
    for (const [, key] of pairs(sources)) citing.set(key, (citing.get(key) ?? new Set()).add(id));
  }
  return citing;
}
