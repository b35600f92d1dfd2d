import { basename } from "node:path";
import { expect, test } from "vitest";
import { catalog, inFolder } from "../../test/folder.ts";
import type { CatalogResult } from "../catalog-result.ts";
import { readCatalog } from "../read-catalog.ts";

/** Lays texts on top of each other, each a file of its own. */
function layer(...texts: string[]): Promise<CatalogResult> {
  const files = Object.fromEntries(texts.map((text, index) => [`${index}.yaml`, text]));
  return inFolder(files, ({ path }) => readCatalog(Object.keys(files).map(path)));
}

async function modelsOf(...texts: string[]): Promise<unknown> {
  const { catalog: read, problems } = await layer(...texts);
  expect(problems).toEqual([]);
  return read?.models;
}

async function problemsOf(...texts: string[]): Promise<string[]> {
  const { problems } = await layer(...texts);
  return problems.map(({ file, line, column, code, path }) => `${basename(file)}:${line}:${column} ${code} ${path}`);
}

const LOW = catalog(
  "models:",
  "  - id: a/one",
  "    name: One",
  "    aliases: [uno, eins]",
  "    limit: { context: 1000, output: 100 }",
  "    cost: { input: 1, output: 2, tiers: [{ above: 10, input: 5 }, { above: 20, input: 6 }] }",
  "    intelligence: { score: 50, confidence: high }",
  "  - { id: a/two }",
);

test("scalars and lists replace, maps merge deeply, null deletes", async () => {
  const high = catalog(
    "models:",
    "  - id: a/one",
    "    name: Uno",
    "    aliases: [un]",
    "    limit: { output: 200 }",
    "    cost: { output: null, tiers: [{ above: 30 }] }",
    "    intelligence: null",
    "  - { id: a/three }",
  );
  expect(await modelsOf(LOW, high)).toEqual([
    {
      id: "a/one",
      name: "Uno",
      aliases: ["un"],
      limit: { context: 1000, output: 200 },
      cost: { input: 1, tiers: [{ above: 30 }] },
    },
    { id: "a/two" },
    { id: "a/three" },
  ]);
});

test("what was deleted can be said anew, without what lay below", async () => {
  const deleting = catalog("models: [{ id: a/one, limit: null }]");
  const anew = catalog("models: [{ id: a/one, limit: { input: 5 } }]");
  expect(await modelsOf(LOW, deleting, anew)).toMatchObject([{ limit: { input: 5 } }, {}]);
  expect(await modelsOf(LOW, deleting, anew)).not.toMatchObject([{ limit: { output: 100 } }, {}]);
});

test("a layer is its entries, then its overrides in order, then its removals; the next layer sees the result", async () => {
  const middle = catalog(
    "models: [{ id: a/three, name: Three }, { id: b/four }]",
    "overrides:",
    "  - { match: 'a/*', set: { billing: free } }",
    "  - { match: a/three, set: { billing: local } }",
    "  - { match: '*/four', set: { billing: free } }",
    "remove: ['*/two', b/four, none/such]",
  );
  const high = catalog("models: [{ id: a/two, name: back }, { id: a/three, billing: subscription }]");
  expect(await modelsOf(LOW, middle, high)).toMatchObject([
    { id: "a/one", billing: "free" },
    { id: "a/three", name: "Three", billing: "subscription" },
    { id: "a/two", name: "back" },
  ]);
});

test("families, sources and policy merge; the last name holds", async () => {
  const low = catalog(
    "name: low",
    "families: [{ id: f, tokens: [f], tier: mid }]",
    "sources: { s: { title: S, retrieved: 2026-01-01 } }",
    "policy:",
    "  client_share: 0.5",
    "  limits: { deny: ['a/*'], max_seconds: 5 }",
    "  servers: { one: { matching: strict }, two: { client_share: 0 } }",
  );
  const high = catalog(
    "name: high",
    "families: [{ id: f, tier: large }, { id: g, tokens: [g] }]",
    "sources: { s: { retrieved: 2026-02-02 } }",
    "models: [{ id: a/b, family: f, sources: { family: s } }]",
    "policy:",
    "  client_share: null",
    "  limits: { deny: [] }",
    "  servers: { three: {}, one: { equivalence: off } }",
  );
  const { catalog: read } = await layer(low, high);
  expect(read).toMatchObject({
    name: "high",
    families: [
      { id: "f", tokens: ["f"], tier: "large" },
      { id: "g", tokens: ["g"] },
    ],
    policy: { limits: { deny: [], max_seconds: 5 } },
  });
  expect(read?.policy).not.toHaveProperty("client_share");
  expect(Object.entries(read?.policy?.servers ?? {})).toEqual([
    ["one", { matching: "strict", equivalence: "off" }],
    ["two", { client_share: 0 }],
    ["three", {}],
  ]);
});

test("keys that lead to prototypes are keys as any other", async () => {
  const keys = ["constructor", "prototype", "toString", "hasOwnProperty", "valueOf"];
  const sources = `sources: { ${keys.map((key) => `${key}: { title: ${key} }`).join(", ")} }`;
  const servers = `policy: { servers: { ${keys.map((key) => `${key}: { client_share: 1 }`).join(", ")} } }`;
  const models = "models: [{ id: constructor/prototype, sources: { cost: constructor } }]";
  const { catalog: read, problems } = await layer(catalog(sources, servers, models), catalog(servers));
  expect(problems).toEqual([]);
  expect(Object.keys(read?.policy?.servers ?? {})).toEqual(keys);
  expect(await problemsOf(catalog("models: [{ id: a/b, sources: { __proto__: s } }]"), LOW)).toEqual([
    "0.yaml:2:32 unknown-key models[0].sources.__proto__",
  ]);
  expect(Object.prototype).not.toHaveProperty("title");
});

test("what the layers lack together is told where it should stand", async () => {
  expect(await problemsOf(LOW, catalog("models: [{ id: a/two, intelligence: { confidence: low } }]"))).toEqual([
    "1.yaml:2:37 missing-key models[0].intelligence.score",
  ]);
  expect(await problemsOf(LOW, catalog("models: [{ id: a/one, intelligence: { score: null } }]"))).toEqual([
    "1.yaml:2:46 wrong-type models[0].intelligence.score",
  ]);
  expect(await problemsOf(LOW, catalog("families: [{ id: f }]", "sources: { s: { retrieved: 2026 } }"))).toEqual([
    "1.yaml:2:12 missing-key families[0].tokens",
    "1.yaml:3:15 missing-key sources.s.title",
  ]);
});

test("under the lowest layer there is nothing to delete", async () => {
  expect(await problemsOf(catalog("models: [{ id: a/b, cost: null, limit: { output: }}]", "name:"))).toEqual([
    "0.yaml:2:27 wrong-type models[0].cost",
    "0.yaml:2:42 wrong-type models[0].limit.output",
    "0.yaml:3:1 wrong-type name",
  ]);
  expect(await problemsOf(catalog(), catalog("models: [{ id: a/b, cost: null }]", "name: null"))).toEqual([]);
});

test("what one layer says of another is checked when all are merged, at the place where it was said", async () => {
  const high = catalog(
    "models: [{ id: a/one, replaced_by: a/gone }]",
    "overrides: [{ match: a/two, set: { family: f, sources: { cost: s } } }]",
  );
  expect(await problemsOf(LOW, high)).toEqual([
    "1.yaml:2:36 unknown-replacement models[0].replaced_by",
    "1.yaml:3:44 undeclared-family overrides[0].set.family",
    "1.yaml:3:64 undeclared-source overrides[0].set.sources.cost",
  ]);
  const declaring = catalog(
    "families: [{ id: f, tokens: [f] }]",
    "sources: { s: { title: S } }",
    "models: [{ id: a/gone }]",
  );
  expect(await problemsOf(LOW, high, declaring)).toEqual([]);
});

test("a model may be replaced by one that was removed, and a problem of many models is told once", async () => {
  expect(await problemsOf(LOW, catalog("models: [{ id: a/one, replaced_by: a/two }]", "remove: [a/two]"))).toEqual([]);
  expect(await problemsOf(LOW, catalog("overrides: [{ match: '*', set: { family: f } }]"))).toHaveLength(1);
});

test("an id stands once in a file, and in as many files as there are", async () => {
  expect(await problemsOf(LOW, LOW, LOW)).toEqual([]);
  expect(await problemsOf(LOW, catalog("models: [{ id: a/one }, { id: a/one }]"))).toEqual([
    "1.yaml:2:31 duplicate-id models[1].id",
  ]);
});

test("servers of digits are refused where layers bring them together", async () => {
  const one = catalog('policy: { servers: { "7": {} } }');
  expect(await problemsOf(one)).toEqual([]);
  expect(await problemsOf(one, catalog("policy: { servers: { a: {} } }"))).toEqual([
    '0.yaml:2:22 unordered-server policy.servers["7"]',
  ]);
});
