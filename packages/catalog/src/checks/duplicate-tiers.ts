import type { CatalogProblem } from "../problems/problem.ts";
import type { YamlFile } from "../yaml/read-yaml.ts";
import { type Entry, isWritten, listed, report, whereIs } from "./entries.ts";

/** No two price tiers of a model begin at the same number of tokens: it would be unclear which holds. */
export function findDuplicateTiers(files: readonly YamlFile[]): CatalogProblem[] {
  return listed(files, "models").flatMap(findInModel);
}

function findInModel(model: Entry): CatalogProblem[] {
  const { cost } = model.written;
  const tiers: unknown = isWritten(cost) ? cost["tiers"] : undefined;
  if (!Array.isArray(tiers)) return [];
  const firstAt = new Map<unknown, number>();
  return tiers.flatMap((tier: unknown, index) => {
    const above = isWritten(tier) ? tier["above"] : undefined;
    const first = firstAt.get(above);
    if (first === undefined) firstAt.set(above, index);
    if (first === undefined || typeof above !== "number") return [];
    const where = whereIs(model, ["cost", "tiers", first, "above"], model.file);
    const message = `a tier above ${above} stands ${where} already; remove one of the two`;
    return [report(model, ["cost", "tiers", index, "above"], { code: "duplicate-tier", message })];
  });
}
