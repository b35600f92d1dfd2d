import { type Branch, isBranch, placeOf, treeAt } from "../layers/tree.ts";
import type { Whole } from "../layers/whole.ts";
import { isWritten, writtenList } from "../layers/written.ts";
import type { CatalogProblem } from "../problems/problem.ts";
import { report } from "./check.ts";

/** No two price tiers of a model begin at the same number of tokens: it would be unclear which holds. */
export function findDuplicateTiers({ models }: Whole): CatalogProblem[] {
  return [...models.values()].flatMap(findInModel);
}

function findInModel(model: Branch): CatalogProblem[] {
  const tiers = treeAt(model, "cost", "tiers");
  if (tiers === undefined || isBranch(tiers)) return [];
  const firstAt = new Map<unknown, number>();
  return writtenList(tiers.value).flatMap((tier, index) => {
    const above = isWritten(tier) ? tier["above"] : undefined;
    const first = firstAt.get(above);
    if (first === undefined) firstAt.set(above, index);
    if (first === undefined || typeof above !== "number") return [];
    const { part, path } = placeOf(model, ["cost", "tiers", first, "above"]);
    const message = `a tier above ${above} stands in line ${part.spotOf(path).line} already; remove one of the two`;
    return [report(model, ["cost", "tiers", index, "above"], { code: "duplicate-tier", message })];
  });
}
