import type { CatalogProblem } from "../problems/problem.ts";
import type { Layer } from "./part.ts";

/** The layers of a catalog as far as they could be read. */
export type Gathered = {
  /** From the lowest to the highest. */
  layers: Layer[];
  /** All files in the order in which their problems are told. */
  files: string[];
  problems: CatalogProblem[];
  /** The files that were looked for, those that are not there too. */
  sought: string[];
  /** Whether what a layer says is unknown: then nothing can be said of what is undeclared. */
  isIncomplete: boolean;
};

/** Nothing yet. */
export function gatherNothing(): Gathered {
  return { layers: [], files: [], problems: [], sought: [], isIncomplete: false };
}
