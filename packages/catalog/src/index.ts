// The public names of @modelpref/catalog, listed by hand. "@modelpref/catalog/bundled" has bundledCatalog alone, and
// loads neither yaml nor zod.
export { bundledCatalog } from "./bundled.ts";
export { CatalogProblemsError } from "./catalog-problems-error.ts";
export { loadCatalog } from "./load-catalog.ts";
export { parseCatalog } from "./parse-catalog.ts";
export type { CatalogResult } from "./parse-catalog-files.ts";
export type { Excerpt } from "./problems/excerpt.ts";
export { formatProblem } from "./problems/format-problem.ts";
export type { CatalogProblem, CatalogProblemCode } from "./problems/problem.ts";
