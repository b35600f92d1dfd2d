import type { CriterionExplanation, CriterionName, Explanation, RankedModel } from "@modelpref/router";
import { decidedBy } from "@modelpref/router/words";
import { CRITERIA } from "../facts/words.ts";
import type { Cause, CriterionWay } from "./catalog-diff.ts";

/** A model in both rankings. */
type Both = { old: RankedModel; now: RankedModel };

/**
 * Why the pick of a request changed, from its explanation over the old catalog and over the new one: all that speaks
 * against the old pick or for the new one. Empty where the pick is the same.
 */
export function findCauses(before: Explanation, after: Explanation): Cause[] {
  const { pick: from } = before;
  const { pick: to } = after;
  if (from === to) return [];
  const loss = from === null ? undefined : lossOf(from, after);
  const gain = to === null ? undefined : gainOf(to, before);
  // A pick that cannot be picked any more needs no other cause.
  const entry = loss ?? gain;
  if (entry !== undefined) return [entry];
  const [loser, winner] = [bothOf(from, before, after), bothOf(to, before, after)];
  const found = [...weightCauses(before, after), ...modelCauses(loser, winner, after)];
  return found.length > 0 ? found : [{ code: "rules" }];
}

function lossOf(id: string, { ranked, excluded }: Explanation): Cause | undefined {
  if (ranked.some((model) => model.id === id)) return undefined;
  const reason = excluded.find((model) => model.id === id)?.reasons[0]?.code;
  return reason === undefined ? { code: "gone", model: id } : { code: "excluded", model: id, reason };
}

function gainOf(id: string, { ranked, excluded }: Explanation): Cause | undefined {
  if (ranked.some((model) => model.id === id)) return undefined;
  const reason = excluded.find((model) => model.id === id)?.reasons[0]?.code;
  return reason === undefined ? { code: "new", model: id } : { code: "eligible", model: id, reason };
}

function bothOf(id: string | null, before: Explanation, after: Explanation): Both | undefined {
  const find = ({ ranked }: Explanation): RankedModel | undefined => ranked.find((model) => model.id === id);
  const [old, now] = [find(before), find(after)];
  return old === undefined || now === undefined ? undefined : { old, now };
}

function weightCauses({ weights: old }: Explanation, { weights: now }: Explanation): Cause[] {
  return CRITERIA.some((name) => old[name] !== now[name]) ? [{ code: "weights" }] : [];
}

function modelCauses(loser: Both | undefined, winner: Both | undefined, after: Explanation): Cause[] {
  if (loser === undefined || winner === undefined) return [];
  const decided = decidedBy(winner.now, loser.now);
  return [
    ...[loser, winner].flatMap(matchCauses),
    ...[loser, winner].flatMap(outputCauses),
    ...CRITERIA.filter((name) => decided !== "score" || after.weights[name] > 0).flatMap((name) => [
      ...criterionCauses(loser, name, ["worse", "unknown"]),
      ...criterionCauses(winner, name, ["better", "known"]),
    ]),
  ];
}

function matchCauses({ old, now }: Both): Cause[] {
  const [from, to] = [old.match?.class ?? null, now.match?.class ?? null];
  const isSame = from === to && old.match?.hintIndex === now.match?.hintIndex;
  return isSame ? [] : [{ code: "match", model: now.id, from, to }];
}

function outputCauses({ old, now }: Both): Cause[] {
  if (old.outputShortfall === now.outputShortfall) return [];
  return [{ code: "output", model: now.id, isShort: now.outputShortfall }];
}

function criterionCauses({ old, now }: Both, criterion: CriterionName, ways: readonly CriterionWay[]): Cause[] {
  const way = wayOf(old.criteria[criterion], now.criteria[criterion]);
  return way !== undefined && ways.includes(way) ? [{ code: "criterion", model: now.id, criterion, way }] : [];
}

function wayOf(old: CriterionExplanation, now: CriterionExplanation): CriterionWay | undefined {
  if (old.raw === null || now.raw === null) {
    if (old.raw === now.raw) return undefined;
    return now.raw === null ? "unknown" : "known";
  }
  if (now.utility === old.utility) return undefined;
  return now.utility > old.utility ? "better" : "worse";
}
