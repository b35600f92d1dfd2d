import fc from "fast-check";
import { expect } from "vitest";
import { catalog } from "../arbitraries/catalogs.ts";
import { request } from "../arbitraries/requests.ts";
import { property } from "../property.ts";

property(
  "invariant 1, partition: ranked and excluded are the catalog, each excluded one with a reason",
  [catalog(), request],
  (createRouter, catalog, request) => {
    const { ranked, excluded, catalog: shown } = createRouter(catalog).explain(request);
    const seen = [...ranked.map(({ id }) => id), ...excluded.map(({ id }) => id)].sort();
    expect(seen).toEqual(catalog.models.map(({ id }) => id).sort());
    expect(shown.models).toBe(catalog.models.length);
    expect(ranked.map(({ rank }) => rank)).toEqual(ranked.map((_, index) => index + 1));
    expect(excluded.filter(({ reasons }) => reasons.length === 0)).toEqual([]);
  },
);

property(
  "invariant 1, partition: pick, rank and explain tell the same",
  [catalog(), request, fc.nat(5)],
  (createRouter, catalog, request, top) => {
    const router = createRouter(catalog);
    const { ranked, pick } = router.explain(request);
    const first = router.pick(request);
    expect(pick).toBe(ranked[0]?.id ?? null);
    expect([...router.rank(request)]).toEqual(
      ranked.map(({ id, match, outputShortfall, score, base }) =>
        expect.objectContaining({ id, match, outputShortfall, score, base }),
      ),
    );
    expect(first).toEqual([...router.rank(request)][0]);
    const cut = router.explain(request, { top });
    expect(cut.ranked).toEqual(ranked.slice(0, top));
    expect(cut.rankedTotal).toBe(ranked.length);
  },
);
