import type { CatalogProblem } from "./problems/problem.ts";

/** The problems of a catalog; where a file of routing tests was given for one, its key says so, and what takes it. */
export function tellRoutingTests(problems: readonly CatalogProblem[]): CatalogProblem[] {
  return problems.map((problem) => {
    if (problem.code !== "unknown-key" || problem.path !== "tests") return problem;
    const message = `unknown key; this looks like routing tests, not a catalog: run them with route-explain test ${problem.file}`;
    return { ...problem, message };
  });
}
