// The order as design section 4 writes it, on the facts of models: sort by this key and you have the ranking.
import type { Match, MatchClass, RankedModel } from "../../src/index.ts";
import type { PerCriterion } from "./utilities.ts";

/** The classes as design section 5 numbers them. */
export const CLASSES: readonly MatchClass[] = [
  "exact",
  "alias",
  "substring",
  "reordered",
  "successor",
  "variant",
  "embedded",
  "typo",
  "equivalent",
  "adjacent",
];

/** What the order is made of; the sums are whole numbers of 1e-9. */
export type Facts = {
  id: string;
  match: Match | null;
  outputShortfall: boolean;
  score: number;
  base: number;
  raw: PerCriterion<number | null>;
};

/** The parts of the key, first to last. */
export const KEY_PARTS = ["pass", "hint", "class", "shortfall", "S", "B", "q", "c", "t", "id"] as const;

/** The name of a part of the key. */
export type KeyPart = (typeof KEY_PARTS)[number];

/** The key: ascending, texts by code unit, unknown values last. */
export function writtenKey({ id, match, outputShortfall, score, base, raw }: Facts): (number | string)[] {
  const last = (value: number | null): number => value ?? Number.POSITIVE_INFINITY;
  return [
    match === null ? 3 : match.pass,
    match === null ? 0 : match.hintIndex,
    match === null ? 0 : CLASSES.indexOf(match.class),
    outputShortfall ? 1 : 0,
    -score,
    -base,
    last(raw.intelligence === null ? null : -raw.intelligence),
    last(raw.cost),
    last(raw.speed),
    id,
  ];
}

/** The part of the key that tells two models apart: its place in `KEY_PARTS`. */
export function decidingPart(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  return a.findIndex((part, index) => part !== b[index]);
}

/** Compares two keys part by part. */
export function compareKeys(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  const at = decidingPart(a, b);
  const [left, right] = [a[at] ?? 0, b[at] ?? 0];
  return left === right ? 0 : left < right ? -1 : 1;
}

/** The facts of a ranked model, as the explanation tells them. */
export function factsOf({ id, match, outputShortfall, score, base, criteria }: RankedModel): Facts {
  return {
    id,
    match,
    outputShortfall,
    score: Math.round(score * 1e9),
    base: Math.round(base * 1e9),
    raw: { cost: criteria.cost.raw, speed: criteria.speed.raw, intelligence: criteria.intelligence.raw },
  };
}

/** Whether two models are in one match group: only there do priorities decide. */
export function isSameGroup(a: Facts, b: Facts): boolean {
  const [left, right] = [writtenKey(a), writtenKey(b)];
  return [0, 1, 2, 3].every((part) => left[part] === right[part]);
}
