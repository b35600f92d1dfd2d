import fc from "fast-check";
import type { Limits, RoutingRequest, Unavailable } from "../../src/index.ts";
import { mostly } from "./catalogs.ts";
import { hintName } from "./names.ts";

/** A priority on a small grid, anywhere in 0..1, or not stated. */
const priority: fc.Arbitrary<number | undefined> = fc.oneof(
  fc.constantFrom(undefined, 0, 0.25, 0.5, 1),
  fc.double({ min: 0, max: 1, noNaN: true }),
);

const modality = fc.constantFrom(["text"], ["text", "image"], ["audio"], undefined);

/** Requests within the protocol's bounds. */
export const request: fc.Arbitrary<RoutingRequest> = fc.record({
  modelPreferences: fc.record({
    hints: fc.array(fc.oneof({ weight: 8, arbitrary: fc.record({ name: hintName }) }, fc.constant({})), {
      maxLength: 4,
    }),
    costPriority: priority,
    speedPriority: priority,
    intelligencePriority: priority,
  }),
  inputTokens: mostly<number | undefined>(undefined, 0, 100, 1500, 6000),
  maxTokens: mostly<number | undefined>(undefined, 1, 100, 5000),
  expectedOutputTokens: fc.constantFrom(undefined, 1, 500, 2000),
  needs: fc.oneof(
    { weight: 8, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.record({ tools: fc.boolean(), structuredOutput: fc.boolean(), input: modality }) },
  ),
  limits: mostly<Limits | undefined>(undefined, { max_cost_usd: 0.005 }, { max_seconds: 20 }, { allow: ["acme/*"] }),
  server: mostly<string | undefined>(undefined, "cheap-notes", "other"),
  unavailable: mostly<Unavailable | undefined>(undefined, ["openai/gpt-4o"], new Map([["acme/o1-mini", "no-backend"]])),
});

const odd = fc.constantFrom<unknown[]>(
  ...[Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -1, -0, 1e308, 5e-324, 1.5, "0.5", null, [], {}],
);

const hostileName = fc.oneof(
  hintName,
  fc.string({ unit: "binary", minLength: 100, maxLength: 200 }),
  fc.constantFrom("x".repeat(10_000), "\ud800", "ﷺ".repeat(128), "__proto__", "a-".repeat(64), "9".repeat(128)),
);

/** Anything a hostile server or a careless caller could send. */
export const hostileRequest: fc.Arbitrary<unknown> = fc.oneof(
  fc.anything(),
  fc.record({
    modelPreferences: fc.oneof(
      odd,
      fc.record({
        hints: fc.oneof(
          odd,
          fc.array(fc.oneof(odd, fc.record({ name: fc.oneof(odd, hostileName) })), { maxLength: 40 }),
        ),
        costPriority: odd,
        speedPriority: odd,
        intelligencePriority: odd,
      }),
    ),
    inputTokens: odd,
    maxTokens: odd,
    expectedOutputTokens: odd,
    needs: fc.oneof(odd, fc.record({ tools: odd, structuredOutput: odd, input: odd, output: odd })),
    limits: fc.oneof(odd, fc.record({ max_cost_usd: odd, max_seconds: odd, allow: odd, deny: odd })),
    server: fc.oneof(odd, fc.constantFrom("__proto__", "*".repeat(1000))),
    unavailable: fc.oneof(odd, fc.constant(new Set(["acme/o1"])), fc.constant({ __proto__: null, "acme/o1": "down" })),
  }),
);
