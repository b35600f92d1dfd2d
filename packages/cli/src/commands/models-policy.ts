import type { OpenedCatalog } from "../catalogs/open-catalog.ts";
import { policyFields } from "../facts/policy-fields.ts";
import type { Screen } from "../terminal/screen.ts";
import { viewJson } from "../views/json.ts";
import { viewFields } from "../views/models/detail.ts";
import type { ModelsOptions } from "./models-options.ts";

/** What `route-explain models --policy` prints: every value of the effective policy, and where it was set. */
export function policyText(
  { catalog, policyOrigins }: OpenedCatalog,
  { format }: Pick<ModelsOptions, "format">,
  screen: Screen,
): string {
  const fields = policyFields(policyOrigins());
  if (format !== "json") return viewFields(`policy of the catalog ${catalog.name ?? "unnamed"}`, fields, screen);
  return viewJson({ schema: "modelpref-policy/1", policy: catalog.policy ?? {}, fields }, "indented");
}
