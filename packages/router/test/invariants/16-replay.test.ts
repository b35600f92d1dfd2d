import { expect } from "vitest";
import type { Explanation, RoutingRequest } from "../../src/index.ts";
import { catalog } from "../arbitraries/catalogs.ts";
import { request } from "../arbitraries/requests.ts";
import { contradictions } from "../oracles/replay.ts";
import { property } from "../property.ts";

property(
  "invariant 16, replay: weights, contributions, scores, order, pick and what-ifs follow from the JSON alone",
  [catalog(), request],
  (createRouter, catalog, request) => {
    const told: Explanation = JSON.parse(JSON.stringify(createRouter(catalog).explain(request)));
    expect(contradictions(told)).toEqual([]);
  },
);

property(
  "invariant 16, replay: the request as the explanation shows it is explained in the same way",
  [catalog(), request],
  (createRouter, catalog, request) => {
    const router = createRouter(catalog);
    const told = router.explain(request);
    // The snapshot of what cannot be called is not shown; null is read as not stated.
    const again = { ...told.request, unavailable: request.unavailable } as RoutingRequest;
    const { warnings, ...rest } = told;
    expect(router.explain(again)).toMatchObject(rest);
  },
);
