import type { Catalog } from "@modelpref/router";
import type { Whole } from "../layers/whole.ts";
import { findMisleadingAliases } from "./aliases.ts";
import { findClientWithoutShare } from "./client-share.ts";
import { findIdleLists } from "./idle-lists.ts";
import { findIdleRules } from "./idle-rules.ts";
import { findIdsInOtherCase } from "./ids-in-other-case.ts";
import { findLoosenedLimits } from "./loosened-limits.ts";
import { findMisplacedPrices, findZeroPrices } from "./misplaced-prices.ts";
import { findMisspeltIds } from "./misspelt-ids.ts";
import { findNeverFirst } from "./never-first.ts";
import { findNothingToPick } from "./nothing-to-pick.ts";
import { findOldFacts } from "./old-facts.ts";
import { findReplacementsOutOfUse } from "./replacements.ts";
import { findRetiredThatLeadNowhere } from "./retired-models.ts";
import { findScoresLikeShares } from "./scores.ts";
import { type Look, survey } from "./survey.ts";
import { findUnknownFacts } from "./unknown-facts.ts";
import { findUnusedFamilies } from "./unused-families.ts";
import type { CatalogWarning } from "./warning.ts";

const LOOKS: readonly Look[] = [
  findMisplacedPrices,
  findZeroPrices,
  findIdleRules,
  findIdleLists,
  findNothingToPick,
  findLoosenedLimits,
  findClientWithoutShare,
  findMisspeltIds,
  findIdsInOtherCase,
  findMisleadingAliases,
  findRetiredThatLeadNowhere,
  findReplacementsOutOfUse,
  findUnusedFamilies,
  findOldFacts,
  findNeverFirst,
  findScoresLikeShares,
  findUnknownFacts,
];

/**
 * What is odd about a catalog as of a day (`2026-11-22`). Where a catalog has problems, what needs a sound one waits.
 * @throws RangeError where the day is none
 */
export function findWarnings(whole: Whole, catalog: Catalog | undefined, today: string): CatalogWarning[] {
  const day = Date.parse(today);
  if (Number.isNaN(day)) throw new RangeError(`expected a day such as 2026-11-22, received ${JSON.stringify(today)}`);
  const surveyed = survey(whole, catalog, day);
  return LOOKS.flatMap((look) => look(surveyed));
}
