import fc from "fast-check";
import type { Model } from "../../src/index.ts";
import { catalog } from "../arbitraries/catalogs.ts";
import { pace, price, rating } from "../arbitraries/models.ts";
import { request } from "../arbitraries/requests.ts";
import { usdOf } from "../oracles/raw-values.ts";
import { sizeOf } from "../oracles/sizes.ts";
import { property } from "../property.ts";
import { expectNoWorseRank } from "./ranks.ts";

property(
  "invariant 7, learning: an unknown price that becomes known never worsens the model's rank",
  [catalog(), request, fc.nat(200), price, fc.constantFrom("input", "output", "both")],
  (createRouter, catalog, request, at, learnt, missing) => {
    const model = catalog.models[at % catalog.models.length];
    if (model === undefined) return;
    const after: Model = { ...model, billing: "metered", cost: learnt };
    const known = { input: { output: learnt.output }, output: { input: learnt.input }, both: undefined }[missing];
    const before: Model = { ...after, cost: known };
    const { input, expected } = sizeOf(request);
    if (usdOf(before, input, expected) !== null) return;
    expectNoWorseRank(createRouter, catalog, request, before, after);
  },
);

property(
  "invariant 7, learning: an unknown output speed or intelligence that becomes known never worsens the model's rank",
  [catalog(), request, fc.nat(200), pace, rating],
  (createRouter, catalog, request, at, { output_tps, ttft_ms }, intelligence) => {
    const model = catalog.models[at % catalog.models.length];
    if (model === undefined) return;
    const slow: Model = { ...model, speed: { ttft_ms } };
    expectNoWorseRank(createRouter, catalog, request, slow, { ...model, speed: { ttft_ms, output_tps } });
    const unrated: Model = { ...model, intelligence: undefined };
    expectNoWorseRank(createRouter, catalog, request, unrated, { ...model, intelligence });
  },
);
