import { keysAt, textAt } from "../layers/tree.ts";
import type { Whole } from "../layers/whole.ts";
import type { CatalogProblem } from "../problems/problem.ts";
import { suggestFew } from "../problems/suggestion.ts";
import { undeclared } from "../problems/undeclared.ts";
import { report } from "./check.ts";

/** Every source that a model names is declared, in whichever layer. */
export function findUndeclaredSources({ models, rest }: Whole): CatalogProblem[] {
  const suggest = suggestFew();
  const declared = new Set(keysAt(rest, "sources"));
  return [...models.values()].flatMap((model) =>
    keysAt(model, "sources").flatMap((fact) => {
      const source = textAt(model, "sources", fact);
      if (source === undefined || declared.has(source)) return [];
      const finding = undeclared("undeclared-source", 'a key of the top-level "sources"', source, declared, suggest);
      return [report(model, ["sources", fact], finding)];
    }),
  );
}
