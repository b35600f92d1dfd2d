// The public names of @modelpref/catalog, listed by hand. "@modelpref/catalog/bundled" has bundledCatalog alone, and
// "@modelpref/catalog/bundled-origins" bundledOrigins: these load neither yaml nor zod.
export { bundledCatalog } from "./bundled.ts";
export { bundledOrigins } from "./bundled-origins.ts";
export { CatalogProblemsError } from "./catalog-problems-error.ts";
export type { CatalogResult } from "./catalog-result.ts";
export type { FactSource, FieldOrigin, Overridden, ValueOrigin } from "./layers/origins.ts";
export { loadCatalog } from "./load-catalog.ts";
export { parseCatalog } from "./parse-catalog.ts";
export type { Excerpt } from "./problems/excerpt.ts";
export { formatProblem } from "./problems/format-problem.ts";
export type { CatalogProblem, CatalogProblemCode, Place } from "./problems/problem.ts";
export { readCatalog } from "./read-catalog.ts";
export { groupWarnings } from "./warnings/group-warnings.ts";
export type { CatalogWarning, CatalogWarningCode } from "./warnings/warning.ts";
