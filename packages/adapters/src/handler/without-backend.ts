import type { Catalog, Model } from "@modelpref/router";

/**
 * The models of a catalog that nobody can call: what a request to the router says as `unavailable`. `canCall`: whether
 * there is a back end for a provider, by its name in the catalog.
 */
export function modelsWithoutBackend(catalog: Catalog, canCall: (provider: string) => boolean): Map<string, string> {
  const lacking = catalog.models.filter((model) => !canCall(providerOf(model)));
  return new Map(lacking.map(({ id }) => [id, "no-backend"]));
}

function providerOf({ id, provider }: Model): string {
  return provider ?? id.slice(0, Math.max(0, id.indexOf("/")));
}
