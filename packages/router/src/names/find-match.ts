import type { Entry } from "../catalog/entry.ts";
import type { Matching } from "../catalog/policy.ts";
import type { EffectivePolicy, Match, MatchClass } from "../explain/explanation.ts";
import type { WrittenHint } from "../request/read-hints.ts";
import { classOrder, passOf } from "./match-classes.ts";

/** Gives, for one hint, the class by which it finds a model of the catalog; undefined where it does not. */
export type Matcher = (hint: WrittenHint, matching: Matching) => (entry: Entry) => MatchClass | undefined;

/** What a class of a hint is under a policy; null where the hint finds nothing, or the policy drops the class. */
export function toMatch(found: MatchClass | undefined, hint: WrittenHint, policy: EffectivePolicy): Match | null {
  if (found === undefined) return null;
  const pass = passOf(found, policy);
  return pass === undefined ? null : { class: found, pass, hintIndex: hint.index, hint: hint.written };
}

/** The match that counts: pass, then the hint's place, then the class decide. */
export function bestMatch(matches: readonly (Match | null)[]): Match | null {
  return matches.reduce((best, next) => (compareMatches(next, best) < 0 ? next : best), null);
}

/** The order of matches, best first; no match comes last. */
export function compareMatches(a: Match | null, b: Match | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a.pass - b.pass || a.hintIndex - b.hintIndex || classOrder(a.class) - classOrder(b.class);
}
