import fc from "fast-check";
import { expect } from "vitest";
import type { Catalog, Choice, ExcludedModel, Model, RankedModel, RoutingRequest } from "../../src/index.ts";
import { catalog } from "../arbitraries/catalogs.ts";
import { liveModel } from "../arbitraries/models.ts";
import { MODEL_NAMES } from "../arbitraries/names.ts";
import { request } from "../arbitraries/requests.ts";
import { property } from "../property.ts";
import type { CreateRouter } from "../routers.ts";

type Told = { ranked: Omit<RankedModel, "rank">[]; excluded: ExcludedModel[]; chain: Choice[] };

/** What a router tells of some models: all but their place among the others. */
function toldOf(models: readonly Model[], catalog: Catalog, request: RoutingRequest, createRouter: CreateRouter): Told {
  const router = createRouter(catalog);
  const { ranked, excluded } = router.explain(request);
  const ids = new Set(models.map(({ id }) => id));
  return {
    ranked: ranked.filter(({ id }) => ids.has(id)).map(({ rank, ...rest }) => rest),
    excluded: excluded.filter(({ id }) => ids.has(id)),
    chain: [...router.rank(request)].filter(({ id }) => ids.has(id)),
  };
}

property(
  "invariant 3, independence: adding, removing or changing a model that is not retired reorders no two others",
  [catalog(), liveModel, liveModel, request],
  (createRouter, catalog, one, other, request) => {
    const others = catalog.models.filter(({ id }) => id !== one.id && id !== other.id);
    const tell = (...more: Model[]): Told =>
      toldOf(others, { ...catalog, models: [...more, ...others] }, request, createRouter);
    const alone = tell();
    expect(tell(one)).toEqual(alone);
    expect(tell(other)).toEqual(alone);
    expect(tell({ ...other, id: one.id })).toEqual(alone);
  },
);

property(
  "invariant 3, independence: a model that comes later is picked only if it is the new one",
  [catalog(), liveModel, request],
  (createRouter, catalog, more, request) => {
    const models = catalog.models.filter(({ id }) => id !== more.id);
    const before = createRouter({ ...catalog, models }).pick(request)?.id;
    const after = createRouter({ ...catalog, models: [...models, more] }).pick(request)?.id;
    expect([before, more.id]).toContain(after);
  },
);

const word = fc.constantFrom("acme", "yolo", "openai", "claude", "Überall");
const place = fc.constantFrom<((word: string, name: string) => string)[]>(
  (word, name) => `${word}/${name}`,
  (word, name) => `${word}.${name}`,
  (word, name) => `${word}-${name}`,
  (word, name) => `openai-${word}-${name}`,
);

property(
  "invariant 3, independence: the words and the provider of a new model change no hint's meaning",
  [fc.array(fc.tuple(word, fc.constantFrom(...MODEL_NAMES)), { minLength: 1, maxLength: 3 }), word, place, fc.nat(9)],
  (createRouter, named, word, write, at) => {
    const names = named.map(([first, name]) => write(first, name));
    const models = names.map((name, index): Model => ({ id: `x/${index}`, name }));
    const hints = [{ name: write(word, named[at % named.length]?.[1] ?? "") }];
    const told = (...more: Model[]): Told =>
      toldOf(models, { models: [...more, ...models] }, { modelPreferences: { hints } }, createRouter);
    expect(told({ id: `${word}/${word}-1`, provider: word })).toEqual(told());
  },
);
