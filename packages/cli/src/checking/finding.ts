import type { CatalogWarning } from "@modelpref/catalog";
import type { FileFinding } from "../kinds/catalog-findings.ts";

/** One thing that is wrong with a catalog, or odd about it. */
export type Finding = (FileFinding & { severity: "error" }) | CatalogWarning;

/** What checking one catalog gave. */
export type Checked = {
  /** What the catalog is called: its files. */
  name: string;
  /** Absent where there are problems. */
  size: { models: number; retired: number; families: number } | undefined;
  problems: number;
  /** The file that all problems are in, where that is none of those that are checked: a layer below, or the user's own. */
  problemsIn?: string;
  warnings: number;
};

/** What checking several catalogs gave; what several of them have in common is found once. */
export type Outcome = {
  catalogs: readonly Checked[];
  /** Files that could not be read at all. */
  unreadable: readonly Finding[];
  problems: readonly Finding[];
  warnings: readonly CatalogWarning[];
};
