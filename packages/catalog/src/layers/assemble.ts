import type { Catalog } from "@modelpref/router";
import { catalogHash } from "../catalog-hash.ts";
import type { CatalogResult } from "../catalog-result.ts";
import { findDuplicateIds } from "../checks/duplicate-ids.ts";
import { CHECKS } from "../checks/index.ts";
import { inReadingOrder } from "../problems/in-reading-order.ts";
import type { CatalogProblem } from "../problems/problem.ts";
import { findWarnings } from "../warnings/index.ts";
import type { Gathered } from "./gathered.ts";
import { mergeLayers } from "./merge-layers.ts";
import { originsOf, policyOriginsOf } from "./origins.ts";
import { toCatalog } from "./to-catalog.ts";
import type { Whole } from "./whole.ts";

/** Where files have more problems than this, what they lack together may wait until these are gone. */
const MANY = 100;

/** Makes a catalog of layers, or says all that is wrong with them and with what they give together. Never throws. */
export function assemble(gathered: Gathered): CatalogResult {
  const { whole, catalog: made, problems } = judge(gathered);
  const catalog = made && problems.length === 0 ? { ...made, hash: catalogHash(made) } : undefined;
  const warningsAt: CatalogResult["warningsAt"] = (today) =>
    // Of layers that are not all there nothing can be said together.
    gathered.isIncomplete ? [] : inReadingOrder(gathered.files, findWarnings(whole, catalog, today));
  const files = [...new Set(gathered.sought)];
  if (catalog === undefined) return { catalog: undefined, problems, files, warningsAt };
  return {
    catalog,
    originsOf: (id) => originsOf(whole, id),
    policyOrigins: () => policyOriginsOf(whole),
    problems: [],
    files,
    warningsAt,
  };
}

/** All that is wrong with layers and with what they give together, in reading order; none where `assemble` makes a catalog. */
export function findProblems(gathered: Gathered): readonly CatalogProblem[] {
  return judge(gathered).problems;
}

type Judged = { whole: Whole; catalog: Catalog | undefined; problems: readonly CatalogProblem[] };

function judge({ layers, files, problems: found, isIncomplete }: Gathered): Judged {
  const { whole, problems: unmerged } = mergeLayers(layers);
  const { catalog, problems: incomplete } =
    found.length > MANY ? { catalog: undefined, problems: [] } : toCatalog(whole);
  const checks = isIncomplete ? [findDuplicateIds] : CHECKS;
  const together = isIncomplete ? [] : [...unmerged, ...incomplete];
  const problems = eachOnce([...found, ...checks.flatMap((check) => check(whole)), ...together]);
  return { whole, catalog, problems: inReadingOrder(files, problems) };
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
