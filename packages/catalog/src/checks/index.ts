import type { Check } from "./check.ts";
import { findDuplicateIds } from "./duplicate-ids.ts";
import { findDuplicateTiers } from "./duplicate-tiers.ts";
import { findUndeclaredFamilies } from "./undeclared-families.ts";
import { findUndeclaredSources } from "./undeclared-sources.ts";
import { findUnknownFacts } from "./unknown-facts.ts";
import { findUnknownReplacements } from "./unknown-replacements.ts";
import { findUnorderedServers } from "./unordered-servers.ts";

/** What must hold between the entries of a catalog, beyond the form of each. */
export const CHECKS: readonly Check[] = [
  findDuplicateIds,
  findDuplicateTiers,
  findUndeclaredFamilies,
  findUndeclaredSources,
  findUnknownFacts,
  findUnknownReplacements,
  findUnorderedServers,
];
