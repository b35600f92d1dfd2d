import type { Catalog } from "@modelpref/router";
import { BadInput } from "../problems/problem.ts";
import { layerCatalogs } from "./layer-catalogs.ts";

// The reader of YAML is loaded only for YAML: the bundled catalog is compiled JSON and needs neither yaml nor zod.

/** The catalog to route over: the bundled one, or files on top of each other. @throws BadInput with every problem of all */
export async function openCatalog(files: readonly string[]): Promise<Catalog> {
  if (files.length === 0) return (await import("@modelpref/catalog/bundled")).bundledCatalog();
  const { CatalogProblemsError, formatProblem, loadCatalog } = await import("@modelpref/catalog");
  const results = await Promise.allSettled(files.map((file) => loadCatalog(file)));
  const problems = results.flatMap((result) => {
    if (result.status === "fulfilled") return [];
    if (!(result.reason instanceof CatalogProblemsError)) throw result.reason;
    return result.reason.problems;
  });
  if (problems.length > 0) {
    throw new BadInput(problems.map((problem) => ({ code: "catalog", formatted: formatProblem(problem) })));
  }
  return layerCatalogs(results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : [])));
}
