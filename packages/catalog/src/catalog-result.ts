import type { Catalog } from "@modelpref/router";
import type { FieldOrigin } from "./layers/origins.ts";
import type { CatalogProblem } from "./problems/problem.ts";
import type { CatalogWarning } from "./warnings/warning.ts";

/**
 * What is odd about a catalog as of a day, such as `2026-11-22`: facts that are old then, prices in the wrong unit, names
 * that lead elsewhere, models that are never picked. Of bundled entries only where no file of yours lies on them. In
 * reading order; where there are problems, only what can be said without a sound catalog.
 * @throws RangeError where the day is none
 */
type WarningsAt = (today: string) => readonly CatalogWarning[];

/** A catalog with the origins of its values, or all that is wrong with it. */
export type CatalogResult =
  | {
      catalog: Catalog;
      /** Every stated value of a model, and how it came to be; none where there is no such model. */
      originsOf: (id: string) => readonly FieldOrigin[];
      problems: readonly [];
      warningsAt: WarningsAt;
    }
  | { catalog: undefined; problems: readonly CatalogProblem[]; warningsAt: WarningsAt };
