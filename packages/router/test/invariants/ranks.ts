import { expect } from "vitest";
import type { Catalog, Model, RoutingRequest } from "../../src/index.ts";
import type { CreateRouter } from "../routers.ts";

/** Where a model stands in the ranking, 0 being the first; infinite where it cannot serve the request. */
function rankOf(
  id: string,
  models: readonly Model[],
  createRouter: () => ReturnType<CreateRouter>,
  request: RoutingRequest,
): number {
  const at = [...createRouter().rank(request)].findIndex((choice) => choice.id === id);
  return at === -1 ? models.length : at;
}

/** Expects that a model which becomes another one, all else being equal, ranks as high as before or higher. */
export function expectNoWorseRank(
  createRouter: CreateRouter,
  catalog: Catalog,
  request: RoutingRequest,
  before: Model,
  after: Model,
): void {
  const withModel = (model: Model): Catalog => ({
    ...catalog,
    models: catalog.models.map((other) => (other.id === before.id ? model : other)),
  });
  const place = (model: Model): number =>
    rankOf(before.id, catalog.models, () => createRouter(withModel(model)), request);
  expect(place(after)).toBeLessThanOrEqual(place(before));
}
