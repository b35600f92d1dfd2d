import type { Catalog } from "../catalog/catalog.ts";
import { type PreparedCatalog, prepareCatalog } from "../catalog/prepared-catalog.ts";
import { decide } from "../decide.ts";
import { explainDecision } from "../explain/explain.ts";
import { weigh } from "../policy/weigh.ts";
import type { RoutingRequest } from "../request/request.ts";
import { type Understood, understand } from "../request/understand.ts";
import type { Choice, Router } from "../router.ts";
import { chain } from "./chain.ts";
import { HeadIndex } from "./head-index.ts";
import { OrdinaryReader } from "./ordinary-reader.ts";
import { pickAfresh } from "./pick-afresh.ts";
import { pickBest } from "./pick-best.ts";
import type { PreparedRequest } from "./prepared-request.ts";
import type { View } from "./view.ts";
import { ViewIndex } from "./view-index.ts";

/** All that is remembered of one catalog; an update replaces it as a whole. */
type State = {
  source: Catalog;
  catalog: PreparedCatalog;
  views: ViewIndex;
  heads: HeadIndex;
  ordinary: OrdinaryReader;
};

/**
 * The router to use: the same answers as `createPlainRouter`, from indexes that are made once and looked up after that.
 * What it remembers of requests is bounded (some 100 MB), whatever is asked. The catalog must not be changed afterwards:
 * hand a changed one to `update`.
 *
 * @throws CatalogError when two models share an id, or a policy key or limit is wrong
 */
export function createRouter(catalog: Catalog): Router {
  let state = prepareState(catalog);
  return {
    get catalog() {
      return state.source;
    },
    pick: (request) => pick(state, request),
    rank: (request) => {
      const { heads, views } = state;
      const understood = understand(request);
      const prepared = prepareRequest(understood, views.viewOf(understood));
      return { [Symbol.iterator]: () => chain(prepared, heads.hints) };
    },
    explain: (request, options) => {
      const { catalog, heads } = state;
      return explainDecision(catalog, decide(catalog, request, heads.hints.matcher), options?.top);
    },
    update: (next) => {
      state = prepareState(next);
    },
  };
}

function prepareState(catalog: Catalog): State {
  const prepared = prepareCatalog(catalog);
  const heads = new HeadIndex(prepared);
  const views = new ViewIndex(prepared);
  return { source: catalog, catalog: prepared, views, heads, ordinary: new OrdinaryReader() };
}

function pick(state: State, request: RoutingRequest): Choice | undefined {
  const { views, heads, ordinary } = state;
  const view = views.ordinary;
  if (ordinary.read(request, view.policy)) return pickBest(view, ordinary.weights, ordinary.hints, heads);
  const understood = understand(request);
  const known = views.knownViewOf(understood);
  if (known === undefined) return pickAfresh(state.catalog, understood, heads.hints);
  const prepared = prepareRequest(understood, known);
  if (prepared.unavailable.size === 0) return pickBest(known, prepared.weights, prepared.hints, heads);
  for (const choice of chain(prepared, heads.hints)) return choice;
  return undefined;
}

function prepareRequest({ hints, priorities, unavailable }: Understood, view: View): PreparedRequest {
  return { view, hints, weights: weigh(priorities, view.policy), unavailable };
}
