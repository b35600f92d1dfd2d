import { type Branch, placeOf } from "../layers/tree.ts";
import type { Whole } from "../layers/whole.ts";
import type { Path } from "../problems/format-path.ts";
import type { CatalogProblem, Finding } from "../problems/problem.ts";

/** Looks at all layers of a catalog together, and at what is invalid too, so that all problems come at once. */
export type Check = (whole: Whole) => CatalogProblem[];

/** A finding about a value inside a tree, or about its key, at the place where it was set. */
export function report(tree: Branch, inside: Path, finding: Finding, of?: "value" | "key"): CatalogProblem {
  const { part, path } = placeOf(tree, inside);
  return part.report(path, finding, of);
}
