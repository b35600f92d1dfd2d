import { fc } from "@fast-check/vitest";
import { type Catalog, createRouter, type Model, type RoutingRequest } from "@modelpref/router";
import { expect, test } from "vitest";
import { findCauses } from "./causes.ts";
import { causesText } from "./words.ts";

const CHEAP: Model = { id: "a/cheap", cost: { input: 1, output: 1 }, intelligence: { score: 40 } };
const CLEVER: Model = { id: "b/clever", cost: { input: 5, output: 5 }, intelligence: { score: 80 } };
const BOTH: Catalog = { models: [CHEAP, CLEVER] };
const BALANCED: RoutingRequest = { modelPreferences: { costPriority: 0.5, intelligencePriority: 0.5 } };

function causes(before: Catalog, after: Catalog, request: RoutingRequest = BALANCED): string {
  return causesText(findCauses(createRouter(before).explain(request), createRouter(after).explain(request)));
}

/** The catalog with some fields of a model changed. */
function changed(id: string, change: Partial<Model>): Catalog {
  return { models: BOTH.models.map((model) => (model.id === id ? { ...model, ...change } : model)) };
}

test.for<[string, Catalog, Catalog, RoutingRequest?]>([
  ["", BOTH, BOTH],
  ["b/clever is gone", BOTH, { models: [CHEAP] }],
  ["b/clever is new", { models: [CHEAP] }, BOTH],
  ["b/clever is gone", { models: [CLEVER] }, { models: [] }],
  ["b/clever is new", { models: [] }, { models: [CLEVER] }],
  ["b/clever cannot serve now: retired", BOTH, changed("b/clever", { status: "retired" })],
  ["b/clever can serve now; before: switched off", changed("b/clever", { enabled: false }), BOTH],
  ["b/clever is dearer now", BOTH, changed("b/clever", { cost: { input: 500, output: 500 } })],
  ["b/clever is cheaper now", changed("b/clever", { cost: { input: 500, output: 500 } }), BOTH],
  ["b/clever has no known price now", BOTH, changed("b/clever", { cost: {} })],
  ["b/clever has a known price now", changed("b/clever", { cost: {} }), BOTH],
  ["b/clever is rated lower now", BOTH, changed("b/clever", { intelligence: { score: 10 } })],
  ["a/cheap is rated higher now", BOTH, changed("a/cheap", { intelligence: { score: 100 } })],
  [
    "a/cheap has a known speed now",
    BOTH,
    changed("a/cheap", { speed: { output_tps: 1000 } }),
    { modelPreferences: { speedPriority: 1, intelligencePriority: 0.1 } },
  ],
  [
    "the policy weighs the criteria otherwise now",
    BOTH,
    { ...BOTH, policy: { defaults: { cost: 1 } } },
    { modelPreferences: { intelligencePriority: 0.4 } },
  ],
  [
    "the policy, the families or the names by which hints find models changed",
    BOTH,
    { ...BOTH, policy: { fallback: { cost: 1, intelligence: 0 } } },
    {},
  ],
  [
    "a/cheap is found by a hint (alias) now, before by no hint",
    BOTH,
    changed("a/cheap", { aliases: ["my-default"] }),
    { ...BALANCED, modelPreferences: { ...BALANCED.modelPreferences, hints: [{ name: "my-default" }] } },
  ],
  [
    "b/clever cannot give all of maxTokens now",
    BOTH,
    changed("b/clever", { limit: { output: 10 } }),
    { ...BALANCED, maxTokens: 100 },
  ],
])("%s", ([text, before, after, request]) => {
  expect(causes(before, after, request)).toBe(text);
});

const price = fc.integer({ min: 1, max: 9 });
const model = fc.record({
  id: fc.constantFrom("a/one", "a/two", "b/one", "b/two-mini"),
  cost: fc.option(fc.record({ input: price, output: price }), { nil: undefined }),
  intelligence: fc.option(fc.record({ score: fc.integer({ min: 0, max: 100 }) }), { nil: undefined }),
  status: fc.constantFrom("active" as const, "retired" as const),
});
const catalog = fc.record({ models: fc.uniqueArray(model, { selector: ({ id }) => id, maxLength: 4 }) });
const weight = fc.constantFrom(0, 0.3, 1);
const request = fc.record({
  hints: fc.subarray([{ name: "one" }, { name: "two" }]),
  costPriority: weight,
  intelligencePriority: weight,
});

test("a change of the pick has a cause, and no other has", () => {
  fc.assert(
    fc.property(catalog, catalog, request, (before, after, modelPreferences) => {
      const [old, now] = [before, after].map((one) => createRouter(one).explain({ modelPreferences }));
      if (old === undefined || now === undefined) return;
      const found = findCauses(old, now);
      expect(found.length > 0).toBe(old.pick !== now.pick);
      // Families and policies are the same here, so a fact of a model is always to blame.
      expect(found.map(({ code }) => code)).not.toContain("rules");
    }),
  );
});
