import fc from "fast-check";
import type { Billing, CostTier, Family, Model } from "../../src/index.ts";
import { MODEL_NAMES, PROVIDERS } from "./names.ts";
import { amount, mostly, rarely } from "./weighted.ts";

const TIERS = ["nano", "small", "mid", "large"] as const;

/** Families whose tokens overlap, some without a tier. */
export const FAMILIES: readonly Family[] = [
  { id: "gpt", tokens: ["gpt"], tier: "mid" },
  { id: "gpt-mini", tokens: ["gpt", "mini"], tier: "small" },
  { id: "o", tokens: ["o"] },
  { id: "claude-sonnet", tokens: ["claude", "sonnet"], tier: "mid" },
  { id: "claude-haiku", tokens: ["claude", "haiku"], tier: "small" },
  { id: "claude", tokens: ["claude"], tier: "large" },
  { id: "gemini-pro", tokens: ["gemini", "pro"], tier: "mid" },
  { id: "llama", tokens: ["llama"], tier: "nano" },
];

const steps: fc.Arbitrary<CostTier[] | undefined> = fc.uniqueArray(
  fc.record({
    above: fc.constantFrom(0, 99, 1000, 1500, 5000),
    input: amount([0, 3], 1e9),
    output: amount([0, 9], 1e9),
  }),
  { selector: ({ above }) => above, maxLength: 3 },
);

/** USD per million tokens, with steps for long prompts now and then; the grid holds the profile's prices, 1 and 4. */
export const price: fc.Arbitrary<NonNullable<Model["cost"]>> = fc.record({
  input: amount([0, 1, 2, 5], 1e9),
  output: amount([0, 1, 4, 10], 1e9),
  tiers: rarely(25, steps, fc.constant(undefined)),
});

/** Tokens per second and milliseconds to the first. */
export const pace: fc.Arbitrary<NonNullable<Model["speed"]>> = fc.record({
  output_tps: amount([20, 60, 100], 1e9),
  ttft_ms: amount([0, 500, 1500], 1e9),
});

/** 0 to 100; neighbours on the fine grid have one utility after rounding. */
export const rating: fc.Arbitrary<NonNullable<Model["intelligence"]>> = fc.record({
  score: fc.oneof(
    fc.constantFrom(0, 25, 50, 75, 100, 50.000_01, 50.000_02),
    fc.double({ min: 0, max: 100, noNaN: true }),
  ),
});

/** All that can be known of a model besides its id and status. */
export const facts: fc.Arbitrary<Omit<Model, "id">> = fc.record({
  cost: fc.option(price, { nil: undefined }),
  speed: fc.option(pace, { nil: undefined }),
  intelligence: fc.option(rating, { nil: undefined }),
  billing: mostly<Billing | undefined>(undefined, "metered", "subscription", "free", "local"),
  limit: fc.record({
    context: mostly<number | undefined>(8192, undefined, 1500, 1501, 2000, 1e9),
    input: mostly<number | undefined>(undefined, 1499, 1500, 4096),
    output: mostly<number | undefined>(undefined, 0, 100, 500, 4096, 1e9),
  }),
  tool_call: mostly<boolean | undefined>(true, undefined, false),
  structured_output: mostly<boolean | undefined>(true, undefined, false),
  modalities: fc.constantFrom(
    undefined,
    undefined,
    { input: ["text", "image"] },
    { input: ["text", "audio"], output: ["text", "audio"] },
  ),
  family: fc.constantFrom(undefined, ...FAMILIES.map(({ id }) => id), "undeclared"),
  tier: fc.constantFrom(undefined, undefined, ...TIERS),
  aliases: mostly<string[] | undefined>(undefined, ["my-default"], ["gpt-4o", "fast"], ["claude-3-sonnet"]),
  name: mostly<string | undefined>(undefined, "GPT 4o", "Claude Sonnet 4.5", "Größe 3"),
  enabled: rarely<boolean | undefined>(4, fc.constant(false), fc.constant(undefined)),
});

/** An id of the small world of names above. */
const id: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...PROVIDERS), fc.constantFrom(...MODEL_NAMES))
  .map(([provider, name]) => `${provider}/${name}`);

/** A model that may be picked. */
export const liveModel: fc.Arbitrary<Model> = fc
  .tuple(id, facts, fc.constantFrom(undefined, "active" as const, "beta" as const, "deprecated" as const))
  .map(([id, facts, status]) => ({ ...facts, id, status }));

/** A model, retired now and then. */
export const anyModel: fc.Arbitrary<Model> = rarely(
  8,
  liveModel.map((model): Model => ({ ...model, status: "retired" })),
  liveModel,
);
