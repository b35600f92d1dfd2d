import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { createPlainRouter } from "../../src/index.ts";
import { catalog } from "../arbitraries/catalogs.ts";
import { request } from "../arbitraries/requests.ts";
import { RUNS } from "../runs.ts";
import { compareKeys, writtenKey } from "./written-order.ts";

const catalogAndOrder = catalog().chain((catalog) =>
  fc.tuple(
    fc.constant(catalog),
    fc.shuffledSubarray([...catalog.models], { minLength: catalog.models.length, maxLength: catalog.models.length }),
  ),
);

test.prop([catalogAndOrder, request], RUNS)(
  "invariant 2, total order: the ranking is the same for every order of the catalog",
  ([catalog, shuffled], request) => {
    const { ranked, excluded } = createPlainRouter(catalog).explain(request);
    const again = createPlainRouter({ ...catalog, models: shuffled }).explain(request);
    expect({ ranked: again.ranked, excluded: again.excluded }).toEqual({ ranked, excluded });
  },
);

test.prop([catalog(), request], RUNS)(
  "invariant 2, total order: every model comes strictly before the next by the written key",
  (catalog, request) => {
    const keys = createPlainRouter(catalog).explain(request).ranked.map(writtenKey);
    for (const [index, key] of keys.slice(1).entries()) expect(compareKeys(keys[index] ?? [], key)).toBe(-1);
  },
);
