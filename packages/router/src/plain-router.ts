import type { Catalog } from "./catalog/catalog.ts";
import { prepareCatalog } from "./catalog/prepared-catalog.ts";
import { type Decision, decide } from "./decide.ts";
import { explainDecision } from "./explain/explain.ts";
import { createMatcher } from "./names/read-hint.ts";
import type { RoutingRequest } from "./request/request.ts";
import type { Router } from "./router.ts";
import { toChoice } from "./to-choice.ts";

/**
 * The definition of the ranking: it judges every model and sorts them, and reads like design section 4.
 *
 * @throws CatalogError when two models share an id, or a policy key or limit is wrong
 */
export function createPlainRouter(catalog: Catalog): Router {
  let source = catalog;
  let prepared = prepareCatalog(catalog);
  const decided = (request: RoutingRequest): Decision => decide(prepared, request, createMatcher(prepared));
  return {
    get catalog() {
      return source;
    },
    pick: (request) => decided(request).ranked.slice(0, 1).map(toChoice)[0],
    rank: (request) => decided(request).ranked.map(toChoice),
    explain: (request, options) => explainDecision(prepared, decided(request), options?.top),
    update: (next) => {
      prepared = prepareCatalog(next);
      source = next;
    },
  };
}
