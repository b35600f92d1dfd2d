import { createRouter } from "@modelpref/router";
import { expect, test } from "vitest";
import { parseCatalog } from "./parse-catalog.ts";
import { formatProblem } from "./problems/format-problem.ts";

/** The example of design section 8, without the keys of a later version. */
const EXAMPLE = `# yaml-language-server: $schema=./catalog.schema.json
version: 1
name: my-team
updated: 2026-11-22
models:
  - id: anthropic/claude-sonnet-5
    provider: anthropic
    model: claude-sonnet-5
    name: Claude Sonnet 5
    family: claude-sonnet
    tier: mid
    aliases: [my-default]
    status: active
    reasoning: true
    tool_call: true
    structured_output: true
    modalities: { input: [text, image, pdf], output: [text] }
    limit: { context: 1000000, output: 128000 }
    billing: metered
    cost: { input: 2, output: 10, cache_read: 0.2, cache_write: 2.5, tiers: [{ above: 200000, input: 4, output: 18 }] }
    intelligence: { score: 75, confidence: medium, as_of: 2026-11 }
    speed: { output_tps: 80, ttft_ms: 1500, as_of: 2026-09 }
    sources: { cost: pi-ai, limit: pi-catalog }
  - { id: anthropic/claude-3-sonnet, status: retired, replaced_by: anthropic/claude-sonnet-5, enabled: false }
families:
  - { id: claude-sonnet, tokens: [claude, sonnet], tier: mid }
sources:
  pi-ai: { title: "…", license: MIT, retrieved: 2026-11-22 }
  pi-catalog: { title: pi-catalog, url: "https://example.org/", note: read by hand }
policy:
  profile: 1
  defaults: { cost: 0.2 }
  fallback: { cost: 1, speed: 1, intelligence: 1 }
  client: { cost: 1 }
  client_share: 0
  matching: default
  equivalence: after-names
  limits: { max_cost_usd: 0.10, allow: ["anthropic/*", "ollama/*"], deny: [] }
  servers:
    "translate-*": { defaults: { cost: 1 }, limits: { max_cost_usd: 0.01 } }
`;

test("the example of the design is a catalog that routes", () => {
  const { catalog, problems } = parseCatalog(EXAMPLE, { file: "models.yaml" });
  expect(problems).toEqual([]);
  if (catalog === undefined) throw new Error("no catalog");
  const [sonnet] = catalog.models;
  expect(catalog.name).toBe("my-team");
  expect(sonnet?.cost).toEqual({
    ...{ input: 2, output: 10, cache_read: 0.2, cache_write: 2.5 },
    tiers: [{ above: 200000, input: 4, output: 18 }],
  });
  expect(sonnet?.intelligence).toEqual({ score: 75, confidence: "medium", as_of: "2026-11" });
  expect(Object.keys(catalog.policy?.servers ?? {})).toEqual(["translate-*"]);
  expect(createRouter(catalog).pick({ modelPreferences: { hints: [{ name: "claude-3-sonnet" }] } })?.id).toBe(
    "anthropic/claude-sonnet-5",
  );
});

test("a catalog may be JSON, begin with a byte order mark, and have CR LF", () => {
  const json = JSON.stringify({ version: 1, models: [{ id: "a/b" }] }, null, "\t");
  for (const text of [json, `\uFEFF${json}`, json.replaceAll("\n", "\r\n")]) {
    expect(parseCatalog(text).catalog?.models).toEqual([{ id: "a/b" }]);
  }
});

/** A catalog with one model, whose further lines are these. */
function model(...lines: string[]): string {
  return ["version: 1", "models:", "  - id: a/b", ...lines.map((line) => `    ${line}`)].join("\n");
}

test("all problems come at once, from the top", () => {
  const text = model("family: x", "name: [", "]", "tool_call: yes", "colour: red", "family: y");
  const { problems } = parseCatalog(text);
  expect(problems.map(({ line, code }) => `${line} ${code}`)).toEqual([
    "4 undeclared-family",
    "5 wrong-type",
    "7 wrong-type",
    "8 unknown-key",
    "9 duplicate-key",
  ]);
});

test("an entry that is wrong elsewhere still counts for the others", () => {
  const text = `${model("colour: red", "family: x", "replaced_by: a/c")}\n  - { id: a/c, colour: red }\nfamilies: [{ id: x }]`;
  expect(parseCatalog(text).problems.map(({ code }) => code)).toEqual(["unknown-key", "unknown-key", "missing-key"]);
});

test("a single server may be called anything, and several keep their order", () => {
  expect(parseCatalog('version: 1\npolicy: { servers: { "7": {} } }').problems).toEqual([]);
  const { catalog } = parseCatalog('version: 1\npolicy: { servers: { "z*": {}, "*": {}, "07": {} } }');
  expect(Object.keys(catalog?.policy?.servers ?? {})).toEqual(["z*", "*", "07"]);
});

test("a problem as it is printed", () => {
  const [problem] = parseCatalog(model('cost: { input: "2,5" }'), { file: "models.yaml" }).problems;
  expect(problem && formatProblem(problem).split("\n")).toEqual([
    'models.yaml:4:20 models[0].cost.input: expected a number, received "2,5"; did you mean 2.5?',
    '      cost: { input: "2,5" }',
    "                     ^^^^^",
  ]);
});

test("a problem is data too", () => {
  const [problem] = parseCatalog(model("status: activ"), { file: "models.yaml" }).problems;
  expect(problem).toMatchObject({
    code: "wrong-value",
    file: "models.yaml",
    line: 4,
    column: 13,
    path: "models[0].status",
    expected: "one of alpha, beta, active, deprecated or retired",
    received: '"activ"',
    suggestion: "active",
    excerpt: { text: "    status: activ", start: 12, length: 5 },
  });
});
