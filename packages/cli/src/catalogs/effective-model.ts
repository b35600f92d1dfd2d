import type { Billing, Catalog, Model, Status } from "@modelpref/router";

/** A model with every default filled in; what is still left out is unknown. */
export type EffectiveModel = Model & {
  provider: string;
  model: string;
  status: Status;
  enabled: boolean;
  billing: Billing;
};

/** The fields of a model in the order of design section 8. */
const FIELDS: readonly (keyof Model)[] = [
  "id",
  "provider",
  "model",
  "name",
  "family",
  "tier",
  "aliases",
  "status",
  "replaced_by",
  "enabled",
  "reasoning",
  "tool_call",
  "structured_output",
  "modalities",
  "limit",
  "billing",
  "cost",
  "intelligence",
  "speed",
  "sources",
];

/** The models of a catalog in its order, with the defaults of design section 8: as routing sees them. */
export function effectiveModels({ models, families = [] }: Catalog): EffectiveModel[] {
  const tiers = new Map(families.map(({ id, tier }) => [id, tier]));
  return models.map((stated) => {
    const slash = stated.id.indexOf("/");
    const model: EffectiveModel = {
      ...stated,
      provider: stated.provider ?? stated.id.slice(0, Math.max(0, slash)),
      model: stated.model ?? stated.id.slice(slash + 1),
      tier: stated.tier ?? tiers.get(stated.family ?? ""),
      status: stated.status ?? "active",
      enabled: stated.enabled ?? true,
      billing: stated.billing ?? "metered",
    };
    return inOrder(model);
  });
}

function inOrder(model: EffectiveModel): EffectiveModel {
  const ordered = FIELDS.filter((field) => model[field] !== undefined).map((field) => [field, model[field]]);
  return { ...Object.fromEntries(ordered), ...model };
}

/** Whether a model may be picked at all, whatever is asked. */
export function isInUse({ status, enabled }: EffectiveModel): boolean {
  return status !== "retired" && enabled;
}
