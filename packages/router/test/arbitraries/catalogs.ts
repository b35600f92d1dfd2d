import fc from "fast-check";
import type { Catalog, Model } from "../../src/index.ts";
import { anyModel, FAMILIES, facts, pace, price, rating } from "./models.ts";
import { MODEL_NAMES, PROVIDERS } from "./names.ts";
import { policy } from "./policies.ts";
import { rarely } from "./weighted.ts";

const MANY = 200;

/** Models with distinct ids. */
function distinctModels(minLength: number, maxLength: number): fc.Arbitrary<Model[]> {
  return fc.uniqueArray(anyModel, { selector: ({ id }) => id, minLength, maxLength });
}

/** What a twin may have of its own: nothing, mostly, or one fact. */
const difference: fc.Arbitrary<Partial<Model>> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.record({ cost: price }) },
  { weight: 1, arbitrary: fc.record({ speed: pace }) },
  { weight: 1, arbitrary: fc.record({ intelligence: rating }) },
);

const twinsAt = fc.uniqueArray(fc.tuple(fc.constantFrom("acme", "Acme", "Überall", "zz"), difference), {
  selector: ([provider]) => provider,
  minLength: 1,
});

/** Gives the first model twins at other providers, equal in all but the id, or in all but one fact. */
function withTwins(models: fc.Arbitrary<Model[]>): fc.Arbitrary<Model[]> {
  return fc.tuple(models, twinsAt).map(([list, places]) => {
    const [first] = list;
    if (first === undefined) return list;
    const twins = places.map(([provider, own]) => ({ ...first, ...own, id: first.id.replace(/^[^/]*/, provider) }));
    return [...list.filter(({ id }) => twins.every((twin) => twin.id !== id)), ...twins];
  });
}

/** Two hundred models made of a few dozen facts, so that many tie; every third name is a name of its own. */
const manyModels: fc.Arbitrary<Model[]> = fc
  .tuple(fc.array(facts, { minLength: 1, maxLength: 30 }), fc.nat(99))
  .map(([kinds, start]) =>
    Array.from({ length: MANY }, (_, index): Model => {
      const at = index + start;
      const provider = PROVIDERS[at % PROVIDERS.length];
      const name = MODEL_NAMES[at % MODEL_NAMES.length];
      const status = at % 11 === 0 ? "retired" : "active";
      return { ...kinds[at % kinds.length], id: `${provider}/${name}${at % 3 === 0 ? "" : "-x"}${index}`, status };
    }),
  );

function models(most: number): fc.Arbitrary<Model[]> {
  const few = fc.oneof(
    { weight: 9, arbitrary: distinctModels(Math.min(3, most), most) },
    { weight: 1, arbitrary: distinctModels(0, Math.min(2, most)) },
  );
  return fc.oneof({ weight: 3, arbitrary: few }, { weight: 1, arbitrary: withTwins(few) });
}

/** Catalogs of few models, mostly; of none, one and two as well, and of 200 in one of a hundred. */
export function catalog(most: number = 7): fc.Arbitrary<Catalog> {
  return fc.record({
    models: rarely(1, manyModels, models(most)),
    families: fc.constantFrom([], FAMILIES, FAMILIES),
    policy,
  });
}
