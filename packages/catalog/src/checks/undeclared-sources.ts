import type { CatalogProblem } from "../problems/problem.ts";
import type { YamlFile } from "../yaml/read-yaml.ts";
import { isWritten, listed, report, undeclared, writtenPairs } from "./entries.ts";

/** Every source that a model names is declared. */
export function findUndeclaredSources(files: readonly YamlFile[]): CatalogProblem[] {
  const declared = new Set(
    files.flatMap(({ data }) => (isWritten(data) ? writtenPairs(data["sources"]) : [])).map(([key]) => key),
  );
  return listed(files, "models").flatMap((model) =>
    writtenPairs(model.written["sources"]).flatMap(([fact, source]) => {
      if (typeof source !== "string" || declared.has(source)) return [];
      const finding = undeclared("undeclared-source", 'a key of the top-level "sources"', source, declared);
      return [report(model, ["sources", fact], finding)];
    }),
  );
}
