import fc from "fast-check";
import type { Catalog, Family, Limits, Model, Policy } from "../../src/index.ts";
import { MODEL_NAMES, PROVIDERS } from "./names.ts";

const TIERS = ["nano", "small", "mid", "large"] as const;

/** Families whose tokens overlap, some without a tier. */
const FAMILIES: readonly Family[] = [
  { id: "gpt", tokens: ["gpt"], tier: "mid" },
  { id: "gpt-mini", tokens: ["gpt", "mini"], tier: "small" },
  { id: "o", tokens: ["o"] },
  { id: "claude-sonnet", tokens: ["claude", "sonnet"], tier: "mid" },
  { id: "claude-haiku", tokens: ["claude", "haiku"], tier: "small" },
  { id: "claude", tokens: ["claude"], tier: "large" },
  { id: "llama", tokens: ["llama"], tier: "nano" },
];

/** A number from a small grid, so that values collide, or any the catalog may hold. */
function amount(grid: readonly number[], most: number): fc.Arbitrary<number | undefined> {
  return fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(undefined, ...grid, ...grid) },
    { weight: 1, arbitrary: fc.double({ min: 0, max: most, noNaN: true }) },
    { weight: 1, arbitrary: fc.constantFrom(5e-324, Number.MIN_VALUE, 1e-9, most) },
  );
}

/** The first value, and one of the others now and then: requests that nothing can serve teach little. */
export function mostly<Value>(usual: Value, ...others: readonly Value[]): fc.Arbitrary<Value> {
  return fc.oneof({ weight: 8, arbitrary: fc.constant(usual) }, { weight: 2, arbitrary: fc.constantFrom(...others) });
}

const facts = fc.record({
  cost: fc.option(
    fc.record({
      input: amount([0, 1, 2, 5], 1e9),
      output: amount([0, 1, 4, 10], 1e9),
      tiers: fc.option(
        fc.constant([
          { above: 1000, input: 3 },
          { above: 5000, input: 4, output: 9 },
        ]),
        { nil: undefined },
      ),
    }),
    { nil: undefined },
  ),
  speed: fc.option(fc.record({ output_tps: amount([20, 60, 100], 1e9), ttft_ms: amount([0, 500, 1500], 1e9) }), {
    nil: undefined,
  }),
  intelligence: fc.option(
    fc.record({ score: fc.oneof(fc.constantFrom(0, 25, 50, 75), fc.double({ min: 0, max: 100, noNaN: true })) }),
    { nil: undefined },
  ),
  billing: fc.constantFrom(undefined, undefined, undefined, "metered", "subscription", "free", "local"),
  limit: fc.option(
    fc.record({
      context: amount([1500, 2000, 8192, 8192], 1e9),
      input: amount([2000, 4096], 1e9),
      output: amount([0, 100, 4096], 1e9),
    }),
    { nil: undefined },
  ),
  tool_call: fc.constantFrom(undefined, true, false),
  structured_output: fc.constantFrom(undefined, true, false),
  modalities: fc.constantFrom(undefined, { input: ["text", "image"] }, { input: ["text"], output: ["text", "audio"] }),
  family: fc.constantFrom(undefined, ...FAMILIES.map(({ id }) => id), "undeclared"),
  tier: fc.constantFrom(undefined, undefined, ...TIERS),
  aliases: fc.constantFrom(undefined, ["my-default"], ["gpt-4o", "fast"]),
  enabled: mostly(undefined, true, false),
}) as fc.Arbitrary<Partial<Model>>;

const id = fc
  .tuple(fc.constantFrom(...PROVIDERS), fc.constantFrom(...MODEL_NAMES))
  .map(([provider, name]) => `${provider}/${name}`);

/** A model that may be picked. */
export const liveModel: fc.Arbitrary<Model> = fc
  .tuple(id, facts, fc.constantFrom(undefined, "active" as const, "beta" as const, "deprecated" as const))
  .map(([id, facts, status]) => ({ id, ...facts, status }));

const anyModel: fc.Arbitrary<Model> = fc.oneof(
  { weight: 9, arbitrary: liveModel },
  { weight: 1, arbitrary: liveModel.map((model) => ({ ...model, status: "retired" as const })) },
);

/** Models with distinct ids; some lists hold twins, equal in all but the id. */
function models(maxLength: number): fc.Arbitrary<Model[]> {
  const list = (minLength: number): fc.Arbitrary<Model[]> =>
    fc.uniqueArray(anyModel, { selector: ({ id }) => id, minLength: Math.min(minLength, maxLength), maxLength });
  const distinct = fc.oneof({ weight: 6, arbitrary: list(3) }, { weight: 1, arbitrary: list(0) });
  const withTwins = fc
    .tuple(distinct, fc.shuffledSubarray(["acme/twin", "Acme/twin", "Überall/twin", "zz/twin"], { minLength: 2 }))
    .map(([list, ids]) => [...list, ...ids.map((id) => ({ ...list[0], id }))]);
  return fc.oneof({ weight: 3, arbitrary: distinct }, { weight: 1, arbitrary: withTwins });
}

const weight = fc.constantFrom(undefined, 0, 0.25, 0.5, 1);
const weights = fc.option(fc.record({ cost: weight, speed: weight, intelligence: weight }), { nil: undefined });

/** Policies with defaults, a client's vote, strict matching and per-server entries. */
const policy: fc.Arbitrary<Policy | undefined> = fc.option(
  fc.record({
    defaults: weights,
    fallback: weights,
    client: weights,
    client_share: weight,
    matching: fc.constantFrom(undefined, "default" as const, "strict" as const),
    equivalence: fc.constantFrom(undefined, "after-names" as const, "in-order" as const, "off" as const),
    limits: mostly<Limits | undefined>(
      undefined,
      { max_cost_usd: 0.01 },
      { deny: ["openai/*"] },
      { allow: ["*claude*", "acme/*"] },
    ),
    servers: fc.constantFrom(undefined, { "cheap-*": { limits: { max_cost_usd: 0.001 }, defaults: { cost: 1 } } }),
  }),
  { nil: undefined },
);

/** Small catalogs, mostly; 0 and 1 models too. */
export function catalog(maxLength = 7): fc.Arbitrary<Catalog> {
  return fc.record({ models: models(maxLength), families: fc.constantFrom([], FAMILIES), policy });
}
