import type { EffectivePolicy, Match, MatchClass } from "../explain/explanation.ts";

/** The ten match classes, best first (design section 5). */
export const MATCH_CLASSES: readonly MatchClass[] = [
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

const FIRST_OF_PASS_1 = MATCH_CLASSES.indexOf("embedded");
const FIRST_OF_PASS_2 = MATCH_CLASSES.indexOf("equivalent");

/** The number of a class, 0 to 9; no match comes after all of them. */
export function classOrder(name: MatchClass | undefined): number {
  return name === undefined ? MATCH_CLASSES.length : MATCH_CLASSES.indexOf(name);
}

/** The pass of a class under a policy; undefined where the policy drops the class. */
export function passOf(
  name: MatchClass,
  { matching, equivalence }: Pick<EffectivePolicy, "matching" | "equivalence">,
): Match["pass"] | undefined {
  const order = classOrder(name);
  if (matching === "strict" || order < FIRST_OF_PASS_1) return 0;
  if (order < FIRST_OF_PASS_2) return 1;
  if (equivalence === "off") return undefined;
  return equivalence === "in-order" ? 0 : 2;
}
