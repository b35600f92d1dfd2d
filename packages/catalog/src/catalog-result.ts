import type { Catalog } from "@modelpref/router";
import type { FieldOrigin, ValueOrigin } from "./layers/origins.ts";
import type { CatalogProblem } from "./problems/problem.ts";
import type { CatalogWarning } from "./warnings/warning.ts";

/**
 * What is odd about a catalog as of a day, such as `2026-11-22`: facts that are old then, prices in the wrong unit, names
 * that lead elsewhere, models that are never picked. Of bundled entries only where no file of yours lies on them. In
 * reading order; where there are problems, only what can be said without a sound catalog.
 * @throws RangeError where the day is none
 */
type WarningsAt = (today: string) => readonly CatalogWarning[];

/**
 * The files that the catalog is made of, and those that were looked for and are not there: watch these, and read again when
 * one changes or comes. As they were named; of a text alone there are none, and the bundled catalog is no file.
 */
type Files = readonly string[];

/** A catalog with the origins of its values, or all that is wrong with it. */
export type CatalogResult =
  | {
      catalog: Catalog;
      /** Every stated value of a model, and how it came to be; none where there is no such model. */
      originsOf: (id: string) => readonly FieldOrigin[];
      /** Every stated value of the policy, and how it came to be; none where no layer has a policy. */
      policyOrigins: () => readonly ValueOrigin[];
      problems: readonly [];
      files: Files;
      warningsAt: WarningsAt;
    }
  | { catalog: undefined; problems: readonly CatalogProblem[]; files: Files; warningsAt: WarningsAt };
