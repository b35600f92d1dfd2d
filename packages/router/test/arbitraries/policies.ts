import fc from "fast-check";
import type { Limits, PartialWeights, Policy, ServerPolicy } from "../../src/index.ts";
import { mostly, rarely } from "./weighted.ts";

const weight = fc.oneof(fc.constantFrom(undefined, 0, 0.25, 0.5, 1), fc.double({ min: 0, max: 1, noNaN: true }));
const weights: fc.Arbitrary<PartialWeights | undefined> = fc.oneof(
  fc.constantFrom(undefined, { cost: 0, speed: 0, intelligence: 0 }),
  fc.record({ cost: weight, speed: weight, intelligence: weight }),
);

/** Limits that some models keep and others break. */
export const someLimits: fc.Arbitrary<Limits> = fc.record(
  {
    max_cost_usd: fc.constantFrom(undefined, undefined, 0.002, 0.005, 0.01, 1),
    max_seconds: fc.constantFrom(undefined, undefined, 10, 20, 100),
    allow: mostly<string[] | undefined>(undefined, ["acme/*", "*claude*"], ["*"], ["*/gpt-4o*", "*-*"], ["*o*"], []),
    deny: mostly<string[] | undefined>(undefined, ["openai/*"], ["*mini", "*haiku*"], [], ["*/*-*-*-*-*"]),
  },
  { requiredKeys: [] },
);

/** No limits, mostly. */
export const limits: fc.Arbitrary<Limits | undefined> = rarely<Limits | undefined>(
  10,
  someLimits,
  fc.constant(undefined),
);

const serverPolicy: fc.Arbitrary<ServerPolicy> = fc.record({
  defaults: weights,
  fallback: weights,
  client: weights,
  client_share: fc.constantFrom(undefined, undefined, 0, 0.25, 1),
  matching: mostly<ServerPolicy["matching"]>(undefined, "default", "strict"),
  equivalence: fc.constantFrom(undefined, "after-names" as const, "in-order" as const, "off" as const),
  limits,
});

/** Policies with defaults, a tie-break, a client's vote, matching, limits and entries for servers. */
export const policy: fc.Arbitrary<Policy | undefined> = fc.option(
  fc
    .tuple(serverPolicy, fc.dictionary(fc.constantFrom("cheap-*", "*", "*notes"), serverPolicy, { maxKeys: 2 }))
    .map(([policy, servers]): Policy => ({ ...policy, servers })),
  { nil: undefined, freq: 2 },
);
