import { readFileSync } from "node:fs";
import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { parse, stringify } from "yaml";
import { catalog, inFolder } from "../../test/folder.ts";
import type { CatalogResult } from "../catalog-result.ts";
import { readCatalog } from "../read-catalog.ts";
import type { FieldOrigin, Overridden } from "./origins.ts";

// The laws of merging, over real files. The lowest file is empty, so that null may stand everywhere above it.

type Plain = { [key: string]: unknown };
type LayerText = {
  models?: ({ id: string } & Plain)[];
  overrides?: { match: string; set: Plain }[];
  remove?: string[];
  policy?: Plain;
};

const ID = fc.constantFrom("a/one", "a/two", "b/one", "b/two");
const GLOB = fc.constantFrom("a/one", "b/*", "*/two", "*", "*o*", "none");

/** A value, or null, which deletes. */
function orNull<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.option(value, { nil: null, freq: 4 });
}

function someOf(keys: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Plain> {
  const all = Object.fromEntries(Object.entries(keys).map(([key, value]) => [key, orNull(value)]));
  return fc.record(all, { requiredKeys: [] });
}

const FACTS = {
  name: fc.constantFrom("x", "yes", "null", "1"),
  aliases: fc.array(fc.constantFrom("p", "q"), { maxLength: 2 }),
  reasoning: fc.boolean(),
  cost: someOf({ input: fc.nat(9), output: fc.nat(9), tiers: fc.constantFrom([], [{ above: 5 }]) }),
  limit: someOf({ context: fc.nat(9), output: fc.nat(9) }),
};
const MODEL = fc.tuple(ID, someOf(FACTS)).map(([id, facts]) => ({ id, ...facts }));
const SERVER = someOf({ client_share: fc.constantFrom(0, 1), matching: fc.constantFrom("strict", "default") });
const LAYER: fc.Arbitrary<LayerText> = fc.record(
  {
    models: fc.uniqueArray(MODEL, { selector: ({ id }) => id, maxLength: 4 }),
    overrides: fc.array(fc.record({ match: GLOB, set: someOf(FACTS) }), { maxLength: 3 }),
    remove: fc.array(GLOB, { maxLength: 1 }),
    policy: someOf({ client_share: fc.constantFrom(0, 1), servers: someOf({ "s-*": SERVER, constructor: SERVER }) }),
  },
  { requiredKeys: ["models"] },
);

function textOf(layer: LayerText, ...lines: string[]): string {
  return catalog(...lines, stringify(layer, { aliasDuplicateObjects: false }));
}

/** The result of laying files on top of each other, the last named last; "empty.yaml" lies below all. */
function lay(files: Record<string, string>, ...names: string[]): Promise<CatalogResult> {
  return inFolder({ "empty.yaml": catalog(), ...files }, ({ path }) => readCatalog(["empty.yaml", ...names].map(path)));
}

/** What a result says, or fails with its problems. */
function said({ catalog: read, problems }: CatalogResult): unknown {
  expect(problems).toEqual([]);
  return read;
}

/** Merging as section 8 says it, over plain objects: the definition that the tree is compared with. */
function mergePlain(low: unknown, high: unknown): unknown {
  if (typeof high !== "object" || high === null || Array.isArray(high)) return high;
  const base = typeof low === "object" && low !== null && !Array.isArray(low) ? low : {};
  const merged = new Map<string, unknown>(Object.entries(base));
  for (const [key, value] of Object.entries(high)) merged.set(key, mergePlain(merged.get(key), value));
  return Object.fromEntries(merged);
}

function withoutNull(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const kept = Object.entries(value).filter(([, inner]) => inner !== null);
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutNull(inner)]));
}

function fits(id: string, glob: string): boolean {
  return new RegExp(`^${glob.replaceAll("*", ".*")}$`).test(id);
}

type Models = ReadonlyMap<string, unknown>;

function addLayer(low: Models, { models = [], overrides = [], remove = [] }: LayerText): Models {
  const all = new Map(low);
  for (const entry of models) all.set(entry.id, mergePlain(all.get(entry.id), entry));
  const changed = [...all].map(([id, model]): [string, unknown] => {
    const sets = overrides.filter(({ match }) => fits(id, match)).map(({ set }) => set);
    return [id, sets.reduce(mergePlain, model)];
  });
  return new Map(changed.filter(([id]) => !remove.some((glob) => fits(id, glob))));
}

function modelsByDefinition(layers: readonly LayerText[]): unknown[] {
  return [...layers.reduce<Models>(addLayer, new Map()).values()].map(withoutNull);
}

const RUNS = { numRuns: 80 };

test.prop([fc.array(LAYER, { maxLength: 4 })], RUNS)(
  "layers give what the definition of merging gives",
  async (layers) => {
    const files = Object.fromEntries(layers.map((layer, index) => [`${index}.yaml`, textOf(layer)]));
    const result = await lay(files, ...Object.keys(files));
    said(result);
    expect(result.catalog?.models).toEqual(modelsByDefinition(layers));
    const policy = layers.reduce<unknown>(
      (low, layer) => ("policy" in layer ? mergePlain(low, layer.policy) : low),
      undefined,
    );
    expect(result.catalog?.policy).toEqual(withoutNull(policy) ?? undefined);
  },
);

test.prop([LAYER, LAYER], RUNS)("an empty layer changes nothing, wherever it lies", async (low, high) => {
  const files = { "low.yaml": textOf(low), "high.yaml": textOf(high), "nothing.yaml": catalog("models: []") };
  const plain = said(await lay(files, "low.yaml", "high.yaml"));
  expect(said(await lay(files, "low.yaml", "nothing.yaml", "high.yaml"))).toEqual(plain);
  expect(said(await lay(files, "nothing.yaml", "low.yaml", "high.yaml"))).toEqual(plain);
  expect(said(await lay(files, "low.yaml", "high.yaml", "nothing.yaml"))).toEqual(plain);
});

test.prop([LAYER, LAYER], RUNS)("a layer twice is the layer once, named again or copied", async (low, high) => {
  const files = { "low.yaml": textOf(low), "high.yaml": textOf(high), "copy.yaml": textOf(high) };
  const once = said(await lay(files, "low.yaml", "high.yaml"));
  expect(said(await lay(files, "low.yaml", "high.yaml", "high.yaml"))).toEqual(once);
  expect(said(await lay(files, "low.yaml", "high.yaml", "copy.yaml"))).toEqual(once);
});

test.prop([LAYER, LAYER, LAYER], RUNS)("how layers are grouped does not count, only their order", async (a, b, c) => {
  const files = {
    "a.yaml": textOf(a),
    "b.yaml": textOf(b),
    "c.yaml": textOf(c),
    "ab.yaml": catalog("extends: [a.yaml, b.yaml]"),
    "bc.yaml": catalog("extends: [b.yaml, c.yaml]"),
    "left.yaml": catalog("extends: [ab.yaml, c.yaml]"),
    "right.yaml": catalog("extends: [a.yaml, bc.yaml]"),
    "onB.yaml": textOf(c, "extends: [a.yaml, b.yaml]"),
  };
  const flat = said(await lay(files, "a.yaml", "b.yaml", "c.yaml"));
  for (const grouped of ["left.yaml", "right.yaml", "onB.yaml"]) expect(said(await lay(files, grouped))).toEqual(flat);
});

test.prop([fc.array(LAYER, { minLength: 1, maxLength: 4 })], RUNS)(
  "the origins of a model are its values, and each stands in the line it names, as do those that it took the place of",
  async (layers) => {
    const files = Object.fromEntries(layers.map((layer, index) => [`${index}.yaml`, textOf(layer)]));
    await inFolder({ "empty.yaml": catalog(), ...files }, async ({ path }) => {
      const result = await readCatalog(["empty.yaml", ...Object.keys(files)].map(path));
      said(result);
      if (result.catalog === undefined) return;
      for (const model of result.catalog.models) {
        const origins = result.originsOf(model.id);
        const values = origins.filter(({ value }) => value !== null);
        expect(leavesIn(model)).toEqual(values.map((origin) => [origin.path.join("."), origin.value]).sort(byPath));
        for (const origin of origins) for (const place of [origin, ...origin.overrode]) expectHeld(place, origin);
      }
    });
  },
);

function leavesIn(value: unknown, path: string[] = []): [string, unknown][] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [[path.join("."), value]];
  return Object.entries(value)
    .flatMap(([key, inner]) => leavesIn(inner, [...path, key]))
    .sort(byPath);
}

function byPath([a]: [string, unknown] | unknown[], [b]: [string, unknown] | unknown[]): number {
  return String(a) < String(b) ? -1 : 1;
}

/** The line holds `key: value`; of a list or a map, whose lines follow, it holds the beginning. */
function expectHeld({ value, file, line }: Overridden, { path }: FieldOrigin): void {
  const text = (readFileSync(file, "utf8").split("\n")[line - 1] ?? "").trim();
  if (typeof value === "object" && value !== null) {
    expect(text).not.toBe("");
    return;
  }
  const said: unknown = parse(text.replace(/^- /, ""));
  expect(said).toEqual({ [path.at(-1) ?? ""]: value });
}
