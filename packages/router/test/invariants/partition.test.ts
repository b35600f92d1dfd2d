import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { createPlainRouter } from "../../src/index.ts";
import { catalog } from "../arbitraries/catalogs.ts";
import { request } from "../arbitraries/requests.ts";
import { RUNS } from "../runs.ts";

test.prop([catalog(), request], RUNS)(
  "invariant 1, partition: ranked and excluded are the catalog, each excluded one with a reason",
  (catalog, request) => {
    const { ranked, excluded, pick } = createPlainRouter(catalog).explain(request);
    const seen = [...ranked.map(({ id }) => id), ...excluded.map(({ id }) => id)].sort();
    expect(seen).toEqual(catalog.models.map(({ id }) => id).sort());
    expect(ranked.map(({ rank }) => rank)).toEqual(ranked.map((_, index) => index + 1));
    expect(pick).toBe(ranked[0]?.id ?? null);
    for (const { reasons } of excluded) expect(reasons.length).toBeGreaterThan(0);
  },
);

test.prop([catalog(), request, fc.nat(5)], RUNS)(
  "invariant 1, partition: pick, rank and explain tell the same",
  (catalog, request, top) => {
    const router = createPlainRouter(catalog);
    const { ranked } = router.explain(request);
    const ids = ranked.map(({ id }) => id);
    expect(router.pick(request)?.id).toBe(ids[0]);
    expect([...router.rank(request)].map(({ id }) => id)).toEqual(ids);
    const cut = router.explain(request, { top });
    expect(cut.ranked).toEqual(ranked.slice(0, top));
    expect(cut.rankedTotal).toBe(ranked.length);
  },
);
