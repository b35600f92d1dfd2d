import type { CatalogProblem } from "./problem.ts";

/** Problems as a reader meets them: file by file, from the top. */
export function inReadingOrder(files: readonly string[], problems: readonly CatalogProblem[]): CatalogProblem[] {
  const order = new Map(files.map((file, index) => [file, index]));
  const orderOf = ({ file }: CatalogProblem): number => order.get(file) ?? 0;
  return problems.toSorted(
    (a, b) => orderOf(a) - orderOf(b) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  );
}
