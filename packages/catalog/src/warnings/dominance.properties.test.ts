import { type Catalog, createRouter, type Model, type Policy, type RoutingRequest } from "@modelpref/router";
import fc from "fast-check";
import { expect, test } from "vitest";
import { findDominated } from "./never-first.ts";

// The law of the warning "never-first": a model that it names is never picked by a request without hints, and never
// ranked before the one that is named with it, as long as the request itself rules that one out by no list.

/** Values of a small grid, so that models collide and dominate each other; any other value now and then. */
function amount(...grid: (number | undefined)[]): fc.Arbitrary<number | undefined> {
  return fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...grid) },
    { weight: 1, arbitrary: fc.double({ min: 0, max: 1e9, noNaN: true }) },
    { weight: 1, arbitrary: fc.constantFrom(Number.MIN_VALUE, 1e-9, 1e9) },
  );
}

const price = { input: amount(undefined, 0, 1, 1, 2), output: amount(undefined, 0, 4, 4, 8) };
const tier = fc.record({ above: fc.constantFrom(0, 99, 1500, 5000), ...price });
const flag = fc.constantFrom(true, true, false, undefined);
const facts: fc.Arbitrary<Omit<Model, "id">> = fc.record({
  cost: fc.option(
    fc.record({
      ...price,
      tiers: fc.oneof(
        fc.constant(undefined),
        fc.constant(undefined),
        fc.uniqueArray(tier, { selector: ({ above }) => above, maxLength: 2 }),
      ),
    }),
    { nil: undefined, freq: 8 },
  ),
  speed: fc.option(fc.record({ output_tps: amount(undefined, 0, 60, 60, 120), ttft_ms: amount(undefined, 800, 500) }), {
    nil: undefined,
    freq: 8,
  }),
  intelligence: fc.option(fc.record({ score: fc.constantFrom(0, 50, 50, 50.000_001, 75, 100) }), {
    nil: undefined,
    freq: 8,
  }),
  billing: fc.constantFrom(undefined, undefined, "metered" as const, "free" as const, "subscription" as const),
  limit: fc.record({
    context: fc.constantFrom(undefined, 1501, 8192, 8192),
    input: fc.constantFrom(undefined, undefined, 1500, 4096),
    output: fc.constantFrom(undefined, 100, 4096, 4096, 4096),
  }),
  tool_call: flag,
  structured_output: flag,
  modalities: fc.constantFrom(undefined, undefined, { input: ["text", "image"] }, { input: [] }),
});

const PLACES = ["a/one", "a/two", "b/one", "b/two", "c/one", "c/two"];
const models: fc.Arbitrary<Model[]> = fc
  .tuple(facts, fc.array(fc.tuple(facts, fc.array(fc.nat(20))), { minLength: 2, maxLength: 6 }))
  .map(([common, others]) =>
    others.map(([own, kept], index): Model => {
      // Most facts are the same for all: otherwise hardly any model dominates another.
      const keys = Object.keys(own).filter((_, at) => kept.includes(at));
      const different = Object.fromEntries(Object.entries(own).filter(([key]) => keys.includes(key)));
      return { ...common, ...different, id: PLACES[index] ?? "z/z" };
    }),
  );

const globs = fc.constantFrom<(string[] | undefined)[]>(undefined, undefined, ["a/*", "b/*"], ["*one"], ["*"], []);
const weights = fc.constantFrom(undefined, { cost: 0, speed: 0, intelligence: 0 }, { cost: 1, speed: 0 });
const limits = fc.record({ max_cost_usd: fc.constantFrom(undefined, 0.002, 0.01), allow: globs, deny: globs });
const policy: fc.Arbitrary<Policy> = fc.record({
  defaults: weights,
  fallback: weights,
  limits: fc.option(limits, { nil: undefined }),
  servers: fc.option(fc.dictionary(fc.constantFrom("*", "s-*"), fc.record({ limits, fallback: weights })), {
    nil: undefined,
  }),
});
const catalog: fc.Arbitrary<Catalog> = fc.record({ models, policy });

const priority = fc.oneof(fc.constantFrom(undefined, 0, 0, 0.5, 1, Number.NaN), fc.double({ min: 0, max: 1 }));
const tokens = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(undefined, undefined, 0, 1, 100, 1400, 1500) },
  { weight: 2, arbitrary: fc.constantFrom(1501, 5001, 1e9) },
  { weight: 1, arbitrary: fc.nat(1e9) },
);
const modality = fc.constantFrom(undefined, ["text"], ["image"], []);
const request: fc.Arbitrary<RoutingRequest> = fc.record({
  modelPreferences: fc.record({ costPriority: priority, speedPriority: priority, intelligencePriority: priority }),
  inputTokens: tokens,
  maxTokens: tokens,
  expectedOutputTokens: tokens,
  needs: fc.option(fc.record({ tools: fc.boolean(), structuredOutput: fc.boolean(), input: modality }), {
    nil: undefined,
  }),
  limits: fc.option(
    fc.record({
      max_cost_usd: fc.oneof(fc.constantFrom(undefined, 0, 0.002, 0.0075), fc.double({ min: 0, max: 1, noNaN: true })),
      max_seconds: fc.constantFrom(undefined, undefined, 9.1, 30),
    }),
    { nil: undefined },
  ),
  server: fc.constantFrom(undefined, "s-1", "other"),
});

test("a model that is reported as never first never is", () => {
  let reported = 0;
  let couldServe = 0;
  fc.assert(
    fc.property(catalog, fc.array(request, { minLength: 10, maxLength: 10 }), (catalog, requests) => {
      const dominated = findDominated(catalog, () => true);
      reported += dominated.size;
      if (dominated.size === 0) return;
      const router = createRouter(catalog);
      for (const request of requests) {
        const ranked = router.explain(request).ranked.map(({ id }) => id);
        for (const [id, by] of dominated) {
          if (!ranked.includes(id)) continue;
          couldServe++;
          expect(ranked.indexOf(by)).toBeGreaterThanOrEqual(0);
          expect(ranked.indexOf(by)).toBeLessThan(ranked.indexOf(id));
          expect(router.pick(request)?.id).not.toBe(id);
        }
      }
    }),
    { numRuns: 3000 },
  );
  // The law is about something: models are reported, and requests could have picked them.
  expect(reported).toBeGreaterThan(300);
  expect(couldServe).toBeGreaterThan(300);
});
