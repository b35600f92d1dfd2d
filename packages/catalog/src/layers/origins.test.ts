import { expect, test } from "vitest";
import { catalog, inFolder } from "../../test/folder.ts";
import { readCatalog } from "../read-catalog.ts";
import type { FieldOrigin } from "./origins.ts";

const LOW = catalog(
  "models:",
  "  - id: a/b",
  "    cost: { input: 1, output: 2 }",
  "    limit:",
  "      context: 1000",
  "    reasoning: true",
  "    sources: { cost: list, limit.context: page }",
  "sources:",
  "  list: { title: The list, retrieved: 2026-01-01 }",
  "  page: { title: A page }",
);
const HIGH = catalog(
  "extends: [low.yaml]",
  "overrides:",
  "  - { match: 'a/*', set: { cost: { input: 3 } } }",
  "  - { match: a/b, set: { cost: { input: 4 }, limit: null } }",
  "models:",
  "  - { id: c/d, base_model: a/b }",
);

function originsIn(id: string): Promise<string[]> {
  return inFolder({ "low.yaml": LOW, "high.yaml": HIGH }, async ({ path }) => {
    const result = await readCatalog([path("high.yaml")]);
    if (result.catalog === undefined) throw new Error("no catalog");
    return result.originsOf(id).map((origin) => inShort(origin).replaceAll(`${path(".")}/`, ""));
  });
}

function inShort({ path, value, file, line, override, base_model, overrode, source }: FieldOrigin): string {
  const was = overrode.map((before) => {
    const by = before.override === undefined ? "" : ` (${before.override})`;
    return ` < ${JSON.stringify(before.value)} ${before.file}:${before.line}${by}`;
  });
  const how = [override, base_model].filter((word) => word !== undefined).map((word) => ` (${word})`);
  const from = source === undefined ? "" : ` [${source.title} ${source.retrieved}]`;
  return `${path.join(".")} ${JSON.stringify(value)} ${file}:${line}${how.join("")}${was.join("")}${from}`;
}

test("each value with its place, all that it took the place of, and its source where that speaks of it", async () => {
  expect(await originsIn("a/b")).toEqual([
    'id "a/b" low.yaml:3',
    "reasoning true low.yaml:7",
    'limit null high.yaml:5 (a/b) < {"context":1000} low.yaml:6',
    "cost.input 4 high.yaml:5 (a/b) < 3 high.yaml:4 (a/*) < 1 low.yaml:4",
    "cost.output 2 low.yaml:4 [The list 2026-01-01]",
    'sources.cost "list" low.yaml:8',
    'sources.limit.context "page" low.yaml:8',
  ]);
});

test("what is inherited names its base", async () => {
  expect(await originsIn("c/d")).toEqual([
    'id "c/d" high.yaml:7',
    'base_model "a/b" high.yaml:7',
    "reasoning true low.yaml:7 (a/b)",
  ]);
});

test("of a model that does not exist there is nothing", async () => {
  expect(await originsIn("none/such")).toEqual([]);
});

test("values of the policy tell where they were set and what they took the place of", async () => {
  const files = {
    "low.yaml": catalog("policy:", "  matching: strict", "  limits: { max_cost_usd: 1, deny: [a/b] }"),
    "high.yaml": catalog("extends: [low.yaml]", "policy: { limits: { max_cost_usd: 2, deny: null } }"),
  };
  await inFolder(files, async ({ path }) => {
    const result = await readCatalog([path("high.yaml")]);
    if (result.catalog === undefined) throw new Error("no catalog");
    const [low, high] = [path("low.yaml"), path("high.yaml")];
    expect(result.policyOrigins()).toEqual([
      { path: ["matching"], value: "strict", file: low, line: 3, overrode: [] },
      { path: ["limits", "max_cost_usd"], value: 2, file: high, line: 3, overrode: [{ value: 1, file: low, line: 4 }] },
      {
        path: ["limits", "deny"],
        value: null,
        file: high,
        line: 3,
        overrode: [{ value: ["a/b"], file: low, line: 4 }],
      },
    ]);
  });
  const bundled = await readCatalog(["bundled"]);
  expect(bundled.catalog !== undefined && bundled.policyOrigins()).toEqual([]);
});
