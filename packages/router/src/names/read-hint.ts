import type { Entry } from "../catalog/entry.ts";
import type { PreparedCatalog } from "../catalog/prepared-catalog.ts";
import { compareCodeUnits } from "../compare-code-units.ts";
import type { WrittenHint } from "../request/read-hints.ts";
import { isAlias } from "./classes/alias.ts";
import { isExact } from "./classes/exact.ts";
import { findFamily } from "./families.ts";
import type { Matcher } from "./find-match.ts";
import { type Hint, parseHint } from "./hint.ts";
import { matchHint } from "./match-hint.ts";
import type { Name } from "./name.ts";

/** Takes a hint apart and finds what it denotes: a family, and the tier of its equivalents (design section 5). */
export function readHint({ index, written }: WrittenHint, catalog: PreparedCatalog): Hint {
  const name = parseHint(written, { familyTokens: catalog.familyTokens });
  const retired = findRetired(name, catalog.retired);
  const family =
    catalog.families.find(({ id }) => id === retired?.family) ?? findFamily(name.core.tokens, catalog.families);
  return { ...name, index, written, family: retired?.family ?? family?.id, tier: retired?.tier ?? family?.tier };
}

/** Matches every hint afresh. */
export function createMatcher(catalog: PreparedCatalog): Matcher {
  return (written, matching) => {
    const hint = readHint(written, catalog);
    return (entry) => matchHint(hint, entry, matching);
  };
}

/** The retired model that a hint names: exact before alias, then the smallest id. */
function findRetired(hint: Name, retired: readonly Entry[]): Entry | undefined {
  return (
    smallestId(retired.filter(({ names }) => isExact(hint, names))) ??
    smallestId(retired.filter(({ names }) => isAlias(hint, names)))
  );
}

function smallestId(entries: readonly Entry[]): Entry | undefined {
  return entries.reduce<Entry | undefined>(
    (smallest, next) => (smallest === undefined || compareCodeUnits(next.id, smallest.id) < 0 ? next : smallest),
    undefined,
  );
}
