import { type Catalog, createRouter, type Router } from "@modelpref/router";
import type { ObservedSpeeds } from "./observed-speeds.ts";

/** Milliseconds between two looks at what was learnt: making a router takes some of them. */
const PATIENCE_MS = 1_000;

/** A router that ranks as another one would with the speeds that were observed. Updates of the other take effect at once. */
export function createObservingRouter(
  router: Router,
  speeds: ObservedSpeeds,
): Pick<Router, "rank" | "explain" | "catalog"> {
  let base: Catalog | undefined;
  let version = 0;
  let madeAt = 0;
  let made = router;
  const current = (): Router => {
    const isNew = router.catalog !== base;
    const hasLearnt = speeds.version !== version && performance.now() - madeAt >= PATIENCE_MS;
    if (!isNew && !hasLearnt) return made;
    [base, version, madeAt] = [router.catalog, speeds.version, performance.now()];
    made = createRouter(speeds.applyTo(base));
    return made;
  };
  return {
    get catalog() {
      return router.catalog;
    },
    rank: (request) => current().rank(request),
    explain: (request, options) => current().explain(request, options),
  };
}
