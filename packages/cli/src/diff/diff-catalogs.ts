import { type Catalog, createRouter } from "@modelpref/router";
import type { CatalogDiff } from "./catalog-diff.ts";
import { compareCatalogs } from "./compare-catalogs.ts";
import { type NamedRequest, PickComparison } from "./compare-picks.ts";

/** What a change from one catalog to another does to requests. `progress` is told how many were routed. */
export async function diffCatalogs(
  old: Catalog,
  now: Catalog,
  requests: AsyncIterable<NamedRequest>,
  progress: (count: number) => void,
): Promise<CatalogDiff> {
  const comparison = new PickComparison(createRouter(old), createRouter(now));
  let count = 0;
  for await (const request of requests) {
    comparison.add(request);
    count += 1;
    progress(count);
  }
  const changes = comparison.changes();
  return {
    schema: "modelpref-diff/1",
    old: about(old),
    new: about(now),
    requests: count,
    changed: changes.picks.reduce((sum, group) => sum + group.requests.length, 0),
    ...changes,
    catalog: compareCatalogs(old, now),
  };
}

function about({ name, models }: Catalog): { name: string | null; models: number } {
  return { name: name ?? null, models: models.length };
}
