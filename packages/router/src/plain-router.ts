import type { Catalog } from "./catalog/catalog.ts";
import { type PreparedCatalog, prepareCatalog } from "./catalog/prepared-catalog.ts";
import { type Decision, decide } from "./decide.ts";
import { explainDecision } from "./explain/explain.ts";
import type { Candidate } from "./rank.ts";
import type { RoutingRequest } from "./request/request.ts";
import type { Choice, Router } from "./router.ts";

/**
 * The definition of the ranking: it judges every model and sorts them, and reads like design section 4.
 *
 * @throws CatalogError when two models share an id, or a policy key is unknown
 */
export function createPlainRouter(catalog: Catalog): Router {
  let prepared: PreparedCatalog = prepareCatalog(catalog);
  const ranked = (request: RoutingRequest): Decision["ranked"] => decide(prepared, request).ranked;
  return {
    pick: (request) => ranked(request).slice(0, 1).map(toChoice)[0],
    rank: (request) => ranked(request).map(toChoice),
    explain: (request, options) => explainDecision(prepared, decide(prepared, request), options?.top),
    update: (next) => {
      prepared = prepareCatalog(next);
    },
  };
}

function toChoice({ entry, match, outputShortfall, assessment }: Candidate): Choice {
  return {
    id: entry.id,
    provider: entry.provider,
    model: entry.model,
    match,
    outputShortfall,
    score: assessment.score / 1e9,
    base: assessment.base / 1e9,
  };
}
