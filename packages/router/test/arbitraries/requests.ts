import fc from "fast-check";
import type { ModelHint, ModelPreferences, Needs, RoutingRequest, Unavailable } from "../../src/index.ts";
import { hintName } from "./hint-names.ts";
import { MODEL_NAMES, PROVIDERS } from "./names.ts";
import { limits } from "./policies.ts";
import { mostly, rarely } from "./weighted.ts";

/** A priority on a small grid, anywhere in 0..1, or not stated. */
const priority: fc.Arbitrary<number | undefined> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(undefined, 0, 0.25, 0.5, 1) },
  { weight: 1, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
);

const hint: fc.Arbitrary<ModelHint> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ name: hintName }) },
  { weight: 1, arbitrary: fc.constant({}) },
);

/** The last hint once more, with other separators: the same normal form, which readers of suffixes may not see. */
function repeatLast(hints: readonly ModelHint[]): ModelHint[] {
  const last = hints.at(-1)?.name?.replaceAll(/[/:@_-]/g, "-");
  return last === undefined ? [...hints] : [...hints.slice(0, -1), { name: last }, ...hints.slice(-1)];
}

const fewHints = fc.array(hint, { minLength: 1, maxLength: 4 });

/** Few hints, mostly; now and then none, one twice, or more than are read. */
const hints: fc.Arbitrary<ModelHint[]> = fc.oneof(
  { weight: 12, arbitrary: fc.constant<ModelHint[]>([]) },
  { weight: 24, arbitrary: fewHints },
  { weight: 3, arbitrary: fewHints.map(repeatLast) },
  { weight: 1, arbitrary: fc.array(hint, { minLength: 15, maxLength: 24 }) },
);

const modalities = fc.constantFrom<(string[] | undefined)[]>(undefined, ["text"], ["text", "image"], ["audio"]);

const needs = fc.record({
  tools: fc.boolean(),
  structuredOutput: fc.boolean(),
  input: modalities,
  output: fc.constantFrom<(string[] | undefined)[]>(undefined, undefined, ["text", "audio"]),
});

const idsOf = (provider: string): string[] => MODEL_NAMES.map((name) => `${provider}/${name}`);

/** Whole providers are down, some with a reason, in each of the forms that are understood. */
const unavailable: fc.Arbitrary<Unavailable | undefined> = mostly<Unavailable | undefined>(
  undefined,
  idsOf("openai"),
  new Set(PROVIDERS.slice(1).flatMap(idsOf)),
  new Map(idsOf("acme").map((id) => [id, "rate-limited"])),
  Object.fromEntries(idsOf("anthropic").map((id) => [id, "no-backend"])),
);

type Priorities = Omit<ModelPreferences, "hints">;

/** The three priorities; none now and then, so that the tie-break decides. */
export const priorities: fc.Arbitrary<Priorities> = rarely<Priorities>(
  20,
  fc.constant({}),
  fc.record({ costPriority: priority, speedPriority: priority, intelligencePriority: priority }),
);

const modelPreferences: fc.Arbitrary<ModelPreferences> = fc
  .tuple(hints, priorities)
  .map(([hints, priorities]) => ({ hints, ...priorities }));

/** Requests within the protocol's bounds; many state preferences alone, as most servers do. */
export const request: fc.Arbitrary<RoutingRequest> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ modelPreferences }) },
  {
    weight: 3,
    arbitrary: fc.record({
      modelPreferences,
      inputTokens: mostly<number | undefined>(undefined, 0, 100, 1500, 1501, 6000),
      maxTokens: mostly<number | undefined>(undefined, 1, 100, 501, 5000, 1e9),
      expectedOutputTokens: mostly<number | undefined>(undefined, 1, 500, 2000),
      needs: rarely<Needs | undefined>(8, needs, fc.constant(undefined)),
      limits,
      server: mostly<string | undefined>(undefined, "cheap-notes", "other", "notes"),
      unavailable,
    }),
  },
);
