import { textAt } from "../layers/tree.ts";
import type { Whole } from "../layers/whole.ts";
import type { CatalogProblem } from "../problems/problem.ts";
import { suggestFew } from "../problems/suggestion.ts";
import { allBut, undeclared } from "../problems/undeclared.ts";
import { report } from "./check.ts";

/** What replaces a model is another model of the catalog, or one that a layer took out: it is told all the same. */
export function findUnknownReplacements({ models, removed }: Whole): CatalogProblem[] {
  const suggest = suggestFew();
  return [...models].flatMap(([id, model]) => {
    const replacement = textAt(model, "replaced_by");
    if (replacement === undefined) return [];
    if (replacement !== id && (models.has(replacement) || removed.has(replacement))) return [];
    const expected = "the id of another model of this catalog";
    const others = allBut(id, models.keys());
    return [report(model, ["replaced_by"], undeclared("unknown-replacement", expected, replacement, others, suggest))];
  });
}
