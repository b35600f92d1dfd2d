import type { CriterionName, ExcludedModel, Explanation, RankedModel } from "@modelpref/router";
import { decidedBy, type OrderKey } from "@modelpref/router/words";
import { CRITERIA } from "./words.ts";

/** A model beside another, term by term: what `--why` shows. */
export type Comparison = {
  model: RankedModel;
  /** The pick or, where the model is the pick itself, the second of the ranking. */
  other: RankedModel;
  decidedBy: OrderKey;
  /** What the model's contribution has over the other's. */
  differences: Record<CriterionName, number>;
  /** The same of the scores, and of the values of the tie-break. */
  score: number;
  base: number;
};

/** The answer to "why (not) this model". */
export type Answer =
  | { kind: "compared"; isPick: boolean; comparison: Comparison }
  | { kind: "only"; model: RankedModel }
  | { kind: "excluded"; model: ExcludedModel };

/** Why a model is where it is. Needs the whole ranking, and the id of a model that is ranked or excluded. */
export function answerWhy(explanation: Explanation, id: string): Answer {
  const model = explanation.ranked.find((one) => one.id === id);
  if (model === undefined) {
    const excluded = explanation.excluded.find((one) => one.id === id);
    return { kind: "excluded", model: excluded ?? { id, reasons: [] } };
  }
  const isPick = model.rank === 1;
  const other = explanation.ranked[isPick ? 1 : 0];
  return other === undefined
    ? { kind: "only", model }
    : { kind: "compared", isPick, comparison: compare(model, other) };
}

/** Two ranked models side by side. */
export function compare(model: RankedModel, other: RankedModel): Comparison {
  const difference = (name: CriterionName): number =>
    model.criteria[name].contribution - other.criteria[name].contribution;
  const [cost, speed, intelligence] = CRITERIA.map(difference);
  return {
    model,
    other,
    decidedBy: decidedBy(model, other),
    differences: { cost: cost ?? 0, speed: speed ?? 0, intelligence: intelligence ?? 0 },
    score: model.score - other.score,
    base: model.base - other.base,
  };
}
