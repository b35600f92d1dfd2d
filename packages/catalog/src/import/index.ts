// The public names of @modelpref/catalog/import, listed by hand. Loading a catalog needs none of them.
export { type Merged, mergeCatalog } from "./merge/merge-catalog.ts";
export type { Conflict, MergePlan, ModelDifference } from "./merge/plan.ts";
export {
  type ImportedList,
  type ListOptions,
  type ListProblem,
  type ListText,
  MOST_LIST_BYTES,
  readList,
} from "./read-list.ts";
export type { DropCode, Dropped, LeftOut, LeftOutCode, Place, Row } from "./row.ts";
export type { Selection } from "./settle-rows.ts";
export { IMPORT_SOURCES, type ImportSource } from "./sources.ts";
export { printCatalog } from "./write/print-catalog.ts";
