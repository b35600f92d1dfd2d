import type { CatalogResult } from "../catalog-result.ts";
import { findDuplicateIds } from "../checks/duplicate-ids.ts";
import { CHECKS } from "../checks/index.ts";
import { inReadingOrder } from "../problems/in-reading-order.ts";
import type { CatalogProblem } from "../problems/problem.ts";
import { findWarnings } from "../warnings/index.ts";
import type { Gathered } from "./gathered.ts";
import { mergeLayers } from "./merge-layers.ts";
import { originsOf } from "./origins.ts";
import { toCatalog } from "./to-catalog.ts";

/** Where files have more problems than this, what they lack together may wait until these are gone. */
const MANY = 100;

/** Makes a catalog of layers, or says all that is wrong with them and with what they give together. Never throws. */
export function assemble({ layers, files: inOrder, problems: found, sought, isIncomplete }: Gathered): CatalogResult {
  const { whole, problems: unmerged } = mergeLayers(layers);
  const { catalog, problems: incomplete } = found.length > MANY ? { problems: [] } : toCatalog(whole);
  const checks = isIncomplete ? [findDuplicateIds] : CHECKS;
  const together = isIncomplete ? [] : [...unmerged, ...incomplete];
  const problems = eachOnce([...found, ...checks.flatMap((check) => check(whole)), ...together]);
  const isSound = catalog !== undefined && problems.length === 0;
  const warningsAt: CatalogResult["warningsAt"] = (today) =>
    // Of layers that are not all there nothing can be said together.
    isIncomplete ? [] : inReadingOrder(inOrder, findWarnings(whole, isSound ? catalog : undefined, today));
  const files = [...new Set(sought)];
  if (!isSound) return { catalog: undefined, problems: inReadingOrder(inOrder, problems), files, warningsAt };
  return { catalog, originsOf: (id) => originsOf(whole, id), problems: [], files, warningsAt };
}

/** A value that does not fit its file does not fit the whole either: that is said once, as the file's problem. */
function eachOnce(problems: readonly CatalogProblem[]): CatalogProblem[] {
  const seen = new Set<string>();
  return problems.filter(({ code, file, line, column, path }) => {
    const place = JSON.stringify([code, file, line, column, path]);
    if (seen.has(place)) return false;
    seen.add(place);
    return true;
  });
}
