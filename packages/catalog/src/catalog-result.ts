import type { Catalog } from "@modelpref/router";
import type { FieldOrigin } from "./layers/origins.ts";
import type { CatalogProblem } from "./problems/problem.ts";

/** A catalog with the origins of its values, or all that is wrong with it. */
export type CatalogResult =
  | {
      catalog: Catalog;
      /** Every stated value of a model, and how it came to be; none where there is no such model. */
      originsOf: (id: string) => readonly FieldOrigin[];
      problems: readonly [];
    }
  | { catalog: undefined; problems: readonly CatalogProblem[] };
