import { test } from "@fast-check/vitest";
import { expect } from "vitest";
import { createPlainRouter, type RankedModel } from "../../src/index.ts";
import { catalog, liveModel } from "../arbitraries/catalogs.ts";
import { request } from "../arbitraries/requests.ts";
import { RUNS } from "../runs.ts";

function withoutRank({ rank, ...rest }: RankedModel): Omit<RankedModel, "rank"> {
  return rest;
}

test.prop([catalog(), liveModel, liveModel, request], RUNS)(
  "invariant 3, independence: adding, removing or changing a model that is not retired reorders no two others",
  (catalog, before, after, request) => {
    const others = catalog.models.filter(({ id }) => id !== before.id && id !== after.id);
    const othersWith = (...extra: (typeof others)[number][]) => {
      const { ranked, excluded } = createPlainRouter({ ...catalog, models: [...extra, ...others] }).explain(request);
      const isOther = ({ id }: { id: string }) => others.some((other) => other.id === id);
      return { ranked: ranked.filter(isOther).map(withoutRank), excluded: excluded.filter(isOther) };
    };
    const alone = othersWith();
    expect(othersWith(before)).toEqual(alone);
    expect(othersWith(after)).toEqual(alone);
    expect(othersWith({ ...after, id: before.id })).toEqual(alone);
  },
);
