import type { CatalogProblem } from "../problems/problem.ts";
import type { YamlFile } from "../yaml/read-yaml.ts";
import { idsOf, listed, report, undeclared } from "./entries.ts";

/** The family of a model is declared. */
export function findUndeclaredFamilies(files: readonly YamlFile[]): CatalogProblem[] {
  const families = idsOf(listed(files, "families"));
  return listed(files, "models").flatMap((model) => {
    const { family } = model.written;
    if (typeof family !== "string" || families.has(family)) return [];
    const expected = 'the id of an entry of "families"';
    return [report(model, ["family"], undeclared("undeclared-family", expected, family, families))];
  });
}
