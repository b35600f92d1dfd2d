import fc from "fast-check";
import type { Catalog, Model } from "../../src/index.ts";
import { catalog } from "./catalogs.ts";
import { codePoint } from "./code-point.ts";
import { hintName } from "./hint-names.ts";

/** Numbers and values that programs forget. */
const odd: fc.Arbitrary<unknown> = fc.constantFrom<unknown[]>(
  ...[Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -1, -0, 2, 1e308, 5e-324, 1.5, "0.5", null],
  ...[[], {}, true, 0.5],
);

const hostileName = fc.oneof(
  hintName,
  fc.string({ unit: codePoint, minLength: 100, maxLength: 200 }),
  fc.constantFrom("x".repeat(10_000), "\ud800", "ﷺ".repeat(128), "__proto__", "a-".repeat(64), "9".repeat(128)),
  fc.constantFrom("🚀", "???", "🚀".repeat(64), "—", "\u200b"),
);

const hostileHints = fc.oneof(
  odd,
  fc.array(fc.oneof(odd, fc.record({ name: fc.oneof(odd, hostileName) })), { maxLength: 40 }),
);

const priorityFields = { costPriority: odd, speedPriority: odd, intelligencePriority: odd };

/** Priorities of any type and size. */
export const oddPriorities: fc.Arbitrary<Record<string, unknown>> = fc.record(priorityFields, { requiredKeys: [] });

const hostilePreferences = fc.record({ hints: hostileHints, ...priorityFields }, { requiredKeys: [] });

const hostileFields = fc.record(
  {
    modelPreferences: fc.oneof({ weight: 1, arbitrary: odd }, { weight: 5, arbitrary: hostilePreferences }),
    inputTokens: odd,
    maxTokens: odd,
    expectedOutputTokens: odd,
    needs: fc.oneof(odd, fc.record({ tools: odd, structuredOutput: odd, input: odd, output: odd })),
    limits: fc.oneof(odd, fc.record({ max_cost_usd: odd, max_seconds: odd, allow: odd, deny: odd })),
    server: fc.oneof(odd, fc.constantFrom("__proto__", "*".repeat(1000))),
    unavailable: fc.oneof(
      odd,
      fc.constantFrom<unknown[]>(new Set(["acme/gpt-4o"]), { __proto__: null, "acme/gpt-4o": "down" }),
    ),
  },
  { requiredKeys: [] },
);

/** Anything that a hostile server or a careless caller could send. */
export const hostileRequest: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 1, arbitrary: fc.anything() },
  { weight: 2, arbitrary: fc.record({ modelPreferences: hostilePreferences }) },
  { weight: 3, arbitrary: hostileFields },
);

const oddNumber = fc.constantFrom(
  ...[Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -1, -0, 1e308, 5e-324, 1e9, 1e9 + 1],
);

const oddModel: fc.Arbitrary<Model> = fc.record({
  id: hostileName.map((name) => `x/${name}`),
  name: hostileName,
  aliases: fc.array(hostileName, { maxLength: 2 }),
  cost: fc.record({
    input: oddNumber,
    output: oddNumber,
    tiers: fc.array(fc.record({ above: oddNumber, input: oddNumber, output: oddNumber }), { maxLength: 2 }),
  }),
  speed: fc.record({ output_tps: oddNumber, ttft_ms: oddNumber }),
  intelligence: fc.record({ score: oddNumber }),
  limit: fc.record({ context: oddNumber, input: oddNumber, output: oddNumber }),
});

/** A limit that is no number is refused when the router is made. */
const oddLimit = oddNumber.filter((value) => !Number.isNaN(value));
const oddWeights = fc.record({ cost: oddNumber, speed: oddNumber, intelligence: oddNumber });

/** Catalogs whose names and numbers are impossible, though of the right type; ordinary ones as well. */
export const hostileCatalog: fc.Arbitrary<Catalog> = fc.oneof(
  catalog(4),
  fc.record({
    models: fc.uniqueArray(oddModel, { selector: ({ id }) => id, maxLength: 4 }),
    families: fc.array(fc.record({ id: hostileName, tokens: fc.array(hostileName, { maxLength: 2 }) }), {
      maxLength: 2,
    }),
    policy: fc.record({
      defaults: oddWeights,
      fallback: oddWeights,
      client: oddWeights,
      client_share: oddNumber,
      limits: fc.record({ max_cost_usd: oddLimit, max_seconds: oddLimit }, { requiredKeys: [] }),
    }),
  }),
);
