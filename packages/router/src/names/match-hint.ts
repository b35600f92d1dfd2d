// The class by which one hint finds one model: the first of the ten that holds (design section 5).
import type { Matching } from "../catalog/policy.ts";
import type { MatchClass } from "../explain/explanation.ts";
import { isAlias, isDeclaredAlias } from "./classes/alias.ts";
import { isEmbedded } from "./classes/embedded.ts";
import { tierDistance } from "./classes/equivalent.ts";
import { isExact } from "./classes/exact.ts";
import { isReordered } from "./classes/reordered.ts";
import { isSubstring, isSubstringOfId } from "./classes/substring.ts";
import { isSameFamily, isSuccessor } from "./classes/successor.ts";
import { isTypo } from "./classes/typo.ts";
import { isVariant } from "./classes/variant.ts";
import type { Hint } from "./hint.ts";
import { classOrder } from "./match-classes.ts";
import type { ModelNames } from "./model-names.ts";
import type { Name } from "./name.ts";
import type { NamedModel } from "./named-model.ts";

/** The lowest class by which the hint finds the model; undefined where it does not. */
export function matchHint(hint: Hint, model: NamedModel, matching: Matching): MatchClass | undefined {
  return matching === "strict" ? matchStrictly(hint, model.names) : matchLeniently(hint, model);
}

/** By the letter of the specification: exact, declared aliases, substring and embedded. */
function matchStrictly(hint: Hint, names: ModelNames): MatchClass | undefined {
  if (isExact(hint, names)) return "exact";
  if (isDeclaredAlias(hint, names)) return "alias";
  if (someSpelling(names, (name) => isSubstring(hint, name))) return "substring";
  if (isSubstringOfId(hint, names.id, names.providerLength)) return "substring";
  return someSpelling(names, (name) => isEmbedded(hint, name)) ? "embedded" : undefined;
}

function matchLeniently(hint: Hint, model: NamedModel): MatchClass | undefined {
  const { names } = model;
  if (isExact(hint, names)) return "exact";
  if (isAlias(hint, names)) return "alias";
  const related = matchRelated(hint, model);
  if (related !== undefined) return related;
  if (someSpelling(names, (name) => isEmbedded(hint, name))) return "embedded";
  if (someSpelling(names, (name) => isTypo(hint, name))) return "typo";
  const distance = tierDistance(hint, model);
  if (distance === 0) return "equivalent";
  return distance === 1 ? "adjacent" : undefined;
}

/** Classes 2 to 5. Each spelling is judged by itself: versions are compared within one name, never across two. */
function matchRelated(hint: Hint, model: NamedModel): MatchClass | undefined {
  const { own, aliases, id, providerLength } = model.names;
  let best = relate(hint, id, isSubstringOfId(hint, id, providerLength));
  for (const name of own) best = better(best, relate(hint, name, isSubstring(hint, name)));
  for (const name of aliases) best = better(best, relate(hint, name, isSubstring(hint, name)));
  if (!isSameFamily(hint, model)) return best;
  const [main] = own;
  return better(best, main !== undefined && isVariant(hint, main) ? "variant" : "successor");
}

function relate(hint: Hint, name: Name, isLiteral: boolean): MatchClass | undefined {
  if (!isLiteral && !isReordered(hint, name) && !isSuccessor(hint, name)) return undefined;
  if (isVariant(hint, name)) return "variant";
  if (isLiteral) return "substring";
  return isReordered(hint, name) ? "reordered" : "successor";
}

function better(a: MatchClass | undefined, b: MatchClass | undefined): MatchClass | undefined {
  return classOrder(b) < classOrder(a) ? b : a;
}

function someSpelling({ own, aliases }: ModelNames, test: (name: Name) => boolean): boolean {
  return own.some(test) || aliases.some(test);
}
