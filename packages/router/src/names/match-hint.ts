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
  if (spellings(names).some((name) => isSubstring(hint, name))) return "substring";
  if (isSubstringOfId(hint, names.id, names.providerLength)) return "substring";
  return spellings(names).some((name) => isEmbedded(hint, name)) ? "embedded" : undefined;
}

function matchLeniently(hint: Hint, model: NamedModel): MatchClass | undefined {
  const { names } = model;
  if (isExact(hint, names)) return "exact";
  if (isAlias(hint, names)) return "alias";
  const related = matchRelated(hint, model);
  if (related !== undefined) return related;
  if (spellings(names).some((name) => isEmbedded(hint, name))) return "embedded";
  if (spellings(names).some((name) => isTypo(hint, name))) return "typo";
  const distance = tierDistance(hint, model);
  if (distance === 0) return "equivalent";
  return distance === 1 ? "adjacent" : undefined;
}

/** Classes 2 to 5. Each spelling is judged by itself: versions are compared within one name, never across two. */
function matchRelated(hint: Hint, model: NamedModel): MatchClass | undefined {
  const { names } = model;
  const found = [...spellings(names), names.id].map((name) => relate(hint, name, names));
  if (isSameFamily(hint, model)) {
    const main = names.own[0];
    found.push(main !== undefined && isVariant(hint, main) ? "variant" : "successor");
  }
  return found.reduce((best, next) => (classOrder(next) < classOrder(best) ? next : best), undefined);
}

function relate(hint: Hint, name: Name, { id, providerLength }: ModelNames): MatchClass | undefined {
  const isLiteral = name === id ? isSubstringOfId(hint, name, providerLength) : isSubstring(hint, name);
  const found = isLiteral
    ? "substring"
    : isReordered(hint, name)
      ? "reordered"
      : isSuccessor(hint, name)
        ? "successor"
        : undefined;
  return found !== undefined && isVariant(hint, name) ? "variant" : found;
}

function spellings({ own, aliases }: ModelNames): readonly Name[] {
  return [...own, ...aliases];
}
