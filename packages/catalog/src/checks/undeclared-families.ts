import { textAt } from "../layers/tree.ts";
import type { Whole } from "../layers/whole.ts";
import type { CatalogProblem } from "../problems/problem.ts";
import { suggestFew } from "../problems/suggestion.ts";
import { undeclared } from "../problems/undeclared.ts";
import { report } from "./check.ts";

/** The family of a model is declared, in whichever layer. */
export function findUndeclaredFamilies({ models, families }: Whole): CatalogProblem[] {
  const suggest = suggestFew();
  return [...models.values()].flatMap((model) => {
    const family = textAt(model, "family");
    if (family === undefined || families.has(family)) return [];
    const expected = 'the id of an entry of "families"';
    return [report(model, ["family"], undeclared("undeclared-family", expected, family, families.keys(), suggest))];
  });
}
