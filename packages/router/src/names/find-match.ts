import type { EffectivePolicy, Match } from "../explain/explanation.ts";
import type { Hint } from "./hint.ts";
import { classOrder, passOf } from "./match-classes.ts";
import { matchHint } from "./match-hint.ts";
import type { NamedModel } from "./named-model.ts";

/** How one hint finds one model under a policy; null where it does not. */
export function findMatch(hint: Hint, model: NamedModel, policy: EffectivePolicy): Match | null {
  const found = matchHint(hint, model, policy.matching);
  if (found === undefined) return null;
  const pass = policy.matching === "strict" ? 0 : passOf(found, policy.equivalence);
  if (pass === undefined) return null;
  return { class: found, pass, hintIndex: hint.index, hint: hint.written };
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
