import type { RankedModel } from "../../src/index.ts";

const CLASSES = [
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

/** The order as design section 4 writes it, read off the explanation's JSON alone. */
export function writtenKey({ match, outputShortfall, score, base, criteria, id }: RankedModel): (number | string)[] {
  const last = (raw: number | null): number => raw ?? Number.POSITIVE_INFINITY;
  const { cost, speed, intelligence } = criteria;
  return [
    match?.pass ?? 3,
    match?.hintIndex ?? 0,
    match === null ? 0 : CLASSES.indexOf(match.class),
    outputShortfall ? 1 : 0,
    -Math.round(score * 1e9),
    -Math.round(base * 1e9),
    intelligence.raw === null ? Number.POSITIVE_INFINITY : -intelligence.raw,
    last(cost.raw),
    last(speed.raw),
    id,
  ];
}

/** Compares two keys part by part, texts by code unit. */
export function compareKeys(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  const at = a.findIndex((part, index) => part !== b[index]);
  const [left, right] = [a[at] ?? 0, b[at] ?? 0];
  return left === right ? 0 : left < right ? -1 : 1;
}
