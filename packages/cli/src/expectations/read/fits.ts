import { fitsGlob } from "../../facts/find-model.ts";

/** The ids that an id or a glob names. */
export function fitting(idOrGlob: string, ids: readonly string[]): string[] {
  return ids.filter((id) => fitsGlob(id, idOrGlob));
}

/** Whether an id fits one of several ids or globs. */
export function fitsOneOf(id: string, idsOrGlobs: readonly string[]): boolean {
  return idsOrGlobs.some((glob) => fitsGlob(id, glob));
}
