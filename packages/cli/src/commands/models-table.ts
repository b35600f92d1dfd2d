import type { Catalog, Limits } from "@modelpref/router";
import { type EffectiveModel, isInUse } from "../catalogs/effective-model.ts";
import { fitsGlob } from "../facts/find-model.ts";
import type { Screen } from "../terminal/screen.ts";
import { visible } from "../terminal/visible.ts";
import { viewModelsTable } from "../views/models/table.ts";

/** Whether those are shown too that may never be picked, and the catalog that the models are of. */
type Shown = { isWhole: boolean; catalog: Catalog };

/** The models that were asked for as a table, and how many there are: in use, under the policy's lists, hidden. */
export function modelsTable(asked: readonly EffectiveModel[], { isWhole, catalog }: Shown, screen: Screen): string {
  const shown = isWhole ? asked : asked.filter(isInUse);
  const hidden = asked.length - shown.length;
  const inUse = shown.filter(isInUse);
  const left = inUse.filter(({ id }) => isListed(id, catalog.policy?.limits));
  const counted = [
    `${shown.length} models of the catalog ${visible(catalog.name ?? "unnamed")}`,
    ...(left.length < inUse.length
      ? [
          `${left.length} of ${inUse.length} may be picked under the policy's allow and deny lists (--policy shows them)`,
        ]
      : []),
    ...(hidden > 0 ? [`${hidden} retired or disabled (--all shows them)`] : []),
  ];
  return viewModelsTable(shown, [counted.join("; ")], screen);
}

/** Whether a policy's own lists leave a model; those for servers may still keep it out. */
function isListed(id: string, { allow, deny = [] }: Limits = {}): boolean {
  const fits = (glob: string): boolean => fitsGlob(id, glob);
  return (allow === undefined || allow.some(fits)) && !deny.some(fits);
}
