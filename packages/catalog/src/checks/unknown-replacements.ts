import type { CatalogProblem } from "../problems/problem.ts";
import type { YamlFile } from "../yaml/read-yaml.ts";
import { idsOf, listed, report, undeclared } from "./entries.ts";

/** What replaces a model is another model of the catalog. */
export function findUnknownReplacements(files: readonly YamlFile[]): CatalogProblem[] {
  const models = listed(files, "models");
  const ids = idsOf(models);
  return models.flatMap((model) => {
    const { id, replaced_by } = model.written;
    if (typeof replaced_by !== "string" || (ids.has(replaced_by) && replaced_by !== id)) return [];
    const expected = "the id of another model of this catalog";
    const others = new Set([...ids].filter((other) => other !== id));
    return [report(model, ["replaced_by"], undeclared("unknown-replacement", expected, replaced_by, others))];
  });
}
