import type { Catalog } from "./catalog/catalog.ts";
import type { Explanation, Match } from "./explain/explanation.ts";
import type { RoutingRequest } from "./request/request.ts";

/** A model of the ranking, without the reasons. */
export type Choice = {
  id: string;
  provider: string;
  /** The name the provider is sent. */
  model: string;
  match: Match | null;
  outputShortfall: boolean;
  score: number;
  base: number;
};

/** Ranks the models of a catalog for one request at a time. No method throws on a request, whatever it holds. */
export type Router = {
  /** The catalog in force, as it was handed over. */
  readonly catalog: Catalog;
  /** The best model for the request; undefined where none can serve it. */
  pick(request: RoutingRequest): Choice | undefined;
  /** All models that can serve the request, best first, computed as far as they are read: the fallback chain. */
  rank(request: RoutingRequest): Iterable<Choice>;
  /** The ranking with all that decided it. `top` cuts the list of ranked models. */
  explain(request: RoutingRequest, options?: { top?: number | undefined }): Explanation;
  /** Swaps the catalog. @throws CatalogError, and keeps the old catalog, if the new one is invalid. */
  update(catalog: Catalog): void;
};
