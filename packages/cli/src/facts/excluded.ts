import type { ExcludedModel, Explanation, Reason, ReasonCode } from "@modelpref/router";

/** Models excluded for one reason, the first of each model's; `needed` where it is the same for all. */
export type ExclusionGroup = { code: ReasonCode; models: ExcludedModel[]; needed: Reason["needed"] | undefined };

const OUT_OF_USE: ReadonlySet<ReasonCode> = new Set(["retired", "disabled"]);

/** Whether a model is out of use whatever is asked: in the JSON, but not in sentences and counts. */
export function isOutOfUse({ reasons }: ExcludedModel): boolean {
  return reasons.some(({ code }) => OUT_OF_USE.has(code));
}

/** The excluded models by their first reason, the most frequent reason first; those out of use left out. */
export function exclusionGroups(explanation: Explanation): ExclusionGroup[] {
  const groups = new Map<ReasonCode, ExcludedModel[]>();
  for (const model of explanation.excluded.filter((one) => !isOutOfUse(one))) {
    const code = model.reasons[0]?.code;
    if (code !== undefined) groups.set(code, [...(groups.get(code) ?? []), model]);
  }
  return [...groups]
    .map(([code, models]) => ({ code, models, needed: sharedNeed(models) }))
    .sort((a, b) => b.models.length - a.models.length);
}

/** How many models are in use: ranked or excluded for a reason of this request. */
export function modelsInUse({ ranked, excluded }: Explanation): number {
  return ranked.length + excluded.filter((model) => !isOutOfUse(model)).length;
}

/** What all the reasons of a group need, where that is the same. */
function sharedNeed(models: readonly ExcludedModel[]): Reason["needed"] {
  const [first, ...others] = models.map(({ reasons }) => reasons[0]?.needed);
  const text = JSON.stringify(first);
  return others.every((other) => JSON.stringify(other) === text) ? first : undefined;
}
