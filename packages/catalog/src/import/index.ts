// The public names of @modelpref/catalog/import, listed by hand. Loading a catalog needs none of them.
export { type Merged, mergeCatalog, mergeLayeredCatalog } from "./merge/merge-catalog.ts";
export type { MergePlan } from "./merge/plan.ts";
export type { Conflict, LeftPart, ModelDifference } from "./merge/plan-facts.ts";
export type { KeptDate } from "./merge/source-dates.ts";
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
export { type UnknownProvider, unknownProviders } from "./unknown-providers.ts";
export { printCatalog } from "./write/print-catalog.ts";
