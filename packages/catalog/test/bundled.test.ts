// The promises of the bundled catalog (docs/bundled-catalog.md), read from its YAML without the parser under test.
import { readdirSync, readFileSync } from "node:fs";
import { bundledCatalog } from "@modelpref/catalog/bundled";
import type { Family, Model } from "@modelpref/router";
import { expect, test } from "vitest";
import { parse } from "yaml";

type Source = { title?: string; license?: string; retrieved?: string };
type File = { version: number; models?: Model[]; families?: Family[]; sources?: Record<string, Source> };

const files = readYaml("../bundled/");
const models = files.flatMap((file) => file.models ?? []);
const families = files.flatMap((file) => file.families ?? []);
const sources = new Map(files.flatMap((file) => Object.entries(file.sources ?? {})));
const alive = models.filter((model) => model.status !== "retired");

function readYaml(folder: string): File[] {
  const url = new URL(folder, import.meta.url);
  const names = readdirSync(url).filter((name) => name.endsWith(".yaml"));
  return names.sort().map((name): File => parse(readFileSync(new URL(name, url), "utf8")));
}

/** The ids of the models that break a promise: a failing test then names them. */
function breaking(among: readonly Model[], promise: (model: Model) => boolean): string[] {
  return among.filter((model) => !promise(model)).map((model) => model.id);
}

test("there are at least 60 active models of at least 10 providers, and 40 retired ones", () => {
  const active = models.filter((model) => (model.status ?? "active") === "active");
  expect(active.length).toBeGreaterThanOrEqual(60);
  expect(new Set(active.map(providerOf)).size).toBeGreaterThanOrEqual(10);
  expect(models.length - alive.length).toBeGreaterThanOrEqual(40);
});

test("no two models and no two families have the same id", () => {
  expect(new Set(models.map((model) => model.id)).size).toBe(models.length);
  expect(new Set(families.map((family) => family.id)).size).toBe(families.length);
});

test("every model has sources, and every source a title, a licence and a date", () => {
  const known = (key: string): boolean => {
    const { title, license, retrieved } = sources.get(key) ?? {};
    return Boolean(title && license) && /^\d{4}-\d{2}-\d{2}$/.test(retrieved ?? "");
  };
  expect(breaking(models, ({ sources: named = {} }) => Object.keys(named).length > 0)).toEqual([]);
  expect(breaking(models, ({ sources: named = {} }) => Object.values(named).every(known))).toEqual([]);
});

test("each fact of a living model has its source", () => {
  const facts = ["cost", "limit", "intelligence", "speed", "structured_output", "reasoning", "tool_call"] as const;
  const named = (model: Model): boolean =>
    facts.every((fact) => model[fact] === undefined || fact in (model.sources ?? {}));
  expect(breaking(alive, named)).toEqual([]);
});

test("the sources name the versions of the packages that are fetched", () => {
  const text = readFileSync(new URL("../facts/packages.yaml", import.meta.url), "utf8");
  const { packages }: { packages: { key: string; version: string }[] } = parse(text);
  for (const { key, version } of packages) expect(sources.get(key)?.title).toBe(`${key} ${version}`);
});

test("every model has a name, a known family and a tier", () => {
  const tiers = new Map(families.map((family) => [family.id, family.tier]));
  expect(breaking(models, (model) => model.name !== undefined && tiers.has(model.family ?? ""))).toEqual([]);
  expect(breaking(models, (model) => (model.tier ?? tiers.get(model.family ?? "")) !== undefined)).toEqual([]);
});

test("a living model says what it costs, reads and can, and how long prompt and answer may be", () => {
  const priced = ({ billing, cost }: Model): boolean => billing !== undefined || Boolean(cost?.input && cost.output);
  const limited = ({ billing, limit }: Model): boolean =>
    Boolean(limit?.context && (limit.output || billing === "local"));
  const able = (model: Model): boolean => model.reasoning !== undefined && model.tool_call !== undefined;
  expect(breaking(alive, priced)).toEqual([]);
  expect(breaking(alive, limited)).toEqual([]);
  expect(breaking(alive, able)).toEqual([]);
  expect(breaking(alive, ({ modalities }) => modalities?.input?.[0] === "text")).toEqual([]);
});

test("no price is zero, and tiers only raise prices beyond the base", () => {
  const prices = ({ cost = {} }: Model): (number | undefined)[] => [
    cost.input,
    cost.output,
    cost.cache_read,
    cost.cache_write,
  ];
  const dearer = ({ cost }: Model): boolean =>
    (cost?.tiers ?? []).every(
      ({ input = 0, output = 0 }) => input > (cost?.input ?? 0) && output > (cost?.output ?? 0),
    );
  expect(breaking(models, (model) => prices(model).every((price) => price === undefined || price > 0))).toEqual([]);
  expect(breaking(models, dearer)).toEqual([]);
});

test("an input cap lies below the window, and an answer fits in it", () => {
  const ordered = ({ limit = {} }: Model): boolean =>
    (limit.input ?? 0) < (limit.context ?? 1) && (limit.output ?? 0) <= (limit.context ?? 0);
  expect(breaking(alive, ordered)).toEqual([]);
});

test("ratings are multiples of 5 with confidence and date, speeds multiples of 5 with a date", () => {
  const rated = ({ intelligence: rating }: Model): boolean =>
    rating === undefined || (rating.score % 5 === 0 && Boolean(rating.confidence && rating.as_of));
  const timed = ({ speed }: Model): boolean =>
    speed === undefined || ((speed.output_tps ?? 0) % 5 === 0 && Boolean(speed.as_of));
  expect(breaking(models, rated)).toEqual([]);
  expect(breaking(models, timed)).toEqual([]);
});

test("hosts of the same weights have the same rating", () => {
  const scores = new Map<string, Set<number>>();
  for (const { name = "", intelligence } of alive) {
    if (intelligence) scores.set(name, (scores.get(name) ?? new Set()).add(intelligence.score));
  }
  expect([...scores].filter(([, found]) => found.size > 1)).toEqual([]);
});

test("there are two hosts of the same open weights, and a model of one's own machine", () => {
  expect(alive.filter((model) => model.name === "GPT-OSS 120B").length).toBeGreaterThanOrEqual(2);
  expect(alive.some((model) => model.billing === "local")).toBe(true);
});

test("what replaces a model is in the catalog and not retired", () => {
  const living = new Set(alive.map((model) => model.id));
  const replaced = models.filter((model) => model.replaced_by !== undefined);
  expect(breaking(replaced, (model) => living.has(model.replaced_by ?? ""))).toEqual([]);
  expect(breaking(models, ({ status, replaced_by: next }) => status !== "retired" || next !== undefined)).toEqual([]);
});

test("what is compiled is what is written", () => {
  const compiled = bundledCatalog();
  expect(compiled.name).toBe("bundled");
  expect(new Set(compiled.models.map((model) => model.id))).toEqual(new Set(models.map((model) => model.id)));
  expect(new Set(compiled.families?.map((family) => family.id))).toEqual(new Set(families.map((family) => family.id)));
});

function providerOf(model: Model): string {
  return model.id.slice(0, model.id.indexOf("/"));
}
