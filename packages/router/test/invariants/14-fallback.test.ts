import fc from "fast-check";
import { expect } from "vitest";
import type { RoutingRequest } from "../../src/index.ts";
import { catalog } from "../arbitraries/catalogs.ts";
import { request } from "../arbitraries/requests.ts";
import { property } from "../property.ts";

property(
  "invariant 14, fallback: the ranking without the failed models is the ranking that was, less these",
  [catalog(), request, fc.infiniteStream(fc.boolean())],
  (createRouter, catalog, request, fails) => {
    const router = createRouter(catalog);
    const sent: RoutingRequest = { ...request, unavailable: undefined };
    const ranked = [...router.rank(sent)];
    const failed = new Map(ranked.filter(() => fails.next().value).map(({ id }) => [id, "failed"]));
    const rest = [...router.rank({ ...sent, unavailable: failed })];
    expect(rest).toEqual(ranked.filter(({ id }) => !failed.has(id)));
  },
);

property(
  "invariant 14, fallback: asking again after each failure goes down the ranking",
  [catalog(), request],
  (createRouter, catalog, request) => {
    const router = createRouter(catalog);
    const sent: RoutingRequest = { ...request, unavailable: undefined };
    const failed: string[] = [];
    for (const choice of [...router.rank(sent)].slice(0, 4)) {
      const pick = router.pick({ ...sent, unavailable: failed });
      expect(pick).toEqual(choice);
      failed.push(choice.id);
    }
  },
);
