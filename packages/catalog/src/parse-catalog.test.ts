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

test.for([
  // Text that is no catalog.
  ["", "1:1 empty : nothing is in it"],
  ["# only a comment\n", "1:1 empty : nothing is in it"],
  ["---\n", "1:1 empty : nothing is in it"],
  ["hello", '1:1 wrong-type : expected a map that begins with "version: 1", received "hello"'],
  ["- a", '1:1 wrong-type : expected a map that begins with "version: 1", received a list'],
  ["models: []", "1:1 missing-key version: missing; expected 1"],
  ["version: 2", "1:10 wrong-value version: expected 1, the version of this format, received 2"],
  ['version: "1"', '1:10 wrong-value version: expected 1, the version of this format, received "1"; did you mean 1?'],
  // Keys.
  ["version: 1\nmodel: []", "2:1 unknown-key model: unknown key; did you mean models?"],
  ["version: 1\nextends: [bundled]", "2:1 unsupported-key extends: not supported yet; write all models into one file"],
  ["version: 1\noverrides: []", "2:1 unsupported-key overrides: not supported yet; change the models"],
  ["version: 1\nremove: []", "2:1 unsupported-key remove: not supported yet; write"],
  [model("base_model: a/c"), "4:5 unsupported-key models[0].base_model: not supported yet; write the model's own"],
  [model("tool-call: true"), "4:5 unknown-key models[0].tool-call: unknown key; did you mean tool_call?"],
  [model("context: 5"), "4:5 unknown-key models[0].context: unknown key; did you mean limit.context?"],
  [model("limit: { max: 5 }"), "4:14 unknown-key models[0].limit.max: unknown key; expected one of context, input or"],
  [model("name: x", "name: y"), "5:5 duplicate-key models[0].name: the same key stands in line 4 already"],
  ["version: 1\n? [a]\n: b", "2:3 yaml-syntax : a key must be text"],
  // Values.
  [model('cost: { input: "2,5" }'), '4:20 wrong-type models[0].cost.input: expected a number, received "2,5"; did'],
  [
    model("cost: { input: -1 }"),
    "4:20 out-of-range models[0].cost.input: expected a number from 0 to 1e9, received -1",
  ],
  [
    model("cost: { input: .inf }"),
    "4:20 wrong-type models[0].cost.input: expected a number from 0 to 1e9, received Inf",
  ],
  [
    model("intelligence: { score: 101 }"),
    "4:28 out-of-range models[0].intelligence.score: expected a number from 0 to 10",
  ],
  [
    model("intelligence: { as_of: 2026-11 }"),
    "4:19 missing-key models[0].intelligence.score: missing; expected a number",
  ],
  [model("cost:"), "4:5 wrong-type models[0].cost: expected a map, received nothing"],
  [model("cost: []"), "4:11 wrong-type models[0].cost: expected a map, received an empty list"],
  [model("aliases: x"), '4:14 wrong-type models[0].aliases: expected a list, received "x"'],
  [model("model: 4.1"), '4:12 wrong-type models[0].model: expected text, received 4.1; did you mean "4.1"?'],
  [model('name: ""'), '4:11 wrong-value models[0].name: expected text that is not empty, received ""'],
  [
    model('name: "a\\eb"'),
    "4:11 wrong-value models[0].name: expected text of one line without control characters, rec",
  ],
  [
    model("tool_call: yes"),
    '4:16 wrong-type models[0].tool_call: expected true or false, received "yes"; did you mean',
  ],
  [model("tier: midd"), "4:11 wrong-value models[0].tier: expected one of nano, small, mid or large, received"],
  [model("speed: { as_of: 2026/11 }"), "4:21 wrong-value models[0].speed.as_of: expected a date (YYYY, YYYY-MM or"],
  ["version: 1\nmodels:\n  - name: x", "3:5 missing-key models[0].id: missing; expected provider/model"],
  ["version: 1\nmodels:\n  - {}", "3:5 missing-key models[0].id: missing; expected provider/model"],
  ["version: 1\nmodels: [x]", '2:10 wrong-type models[0]: expected a map, received "x"'],
  [
    "version: 1\nmodels: [{ id: x }]",
    "2:16 wrong-value models[0].id: expected provider/model, such as ollama/llama3.3",
  ],
  ["version: 1\nfamilies: [{ id: x, tokens: [] }]", "2:29 wrong-value families[0].tokens: expected at least one token"],
  ["version: 1\nsources: { x: { title: y, url: y } }", "2:32 wrong-value sources.x.url: expected an http or https"],
  [
    'version: 1\nsources: { "": { title: y } }',
    '2:12 wrong-value sources[""]: expected text that is not empty, received',
  ],
  // What entries say of each other.
  [
    model("- id: a/b").replace("    - ", "  - "),
    "4:9 duplicate-id models[1].id: this id stands in line 3 already; each model",
  ],
  [
    "version: 1\nfamilies: [{ id: x, tokens: [x] }, { id: x, tokens: [y] }]",
    "2:42 duplicate-id families[1].id: this id stands in line 2 already; each family",
  ],
  [
    model("family: x"),
    '4:13 undeclared-family models[0].family: expected the id of an entry of "families", received "x"',
  ],
  [
    model("sources: { cost: x }"),
    '4:22 undeclared-source models[0].sources.cost: expected a key of the top-level "sour',
  ],
  [
    `${model("sources: { costs: x }")}\nsources: { x: { title: x } }`,
    "4:16 unknown-key models[0].sources.costs: no model has this fact; did you mean cost?",
  ],
  [
    model("replaced_by: a/c"),
    "4:18 unknown-replacement models[0].replaced_by: expected the id of another model of this",
  ],
  [
    model("replaced_by: a/b"),
    "4:18 unknown-replacement models[0].replaced_by: expected the id of another model of this",
  ],
  [
    model("cost: { tiers: [{ above: 5 }, { above: 5 }] }"),
    "4:44 duplicate-tier models[0].cost.tiers[1].above: a tier above 5 stands in line 4 already",
  ],
  [
    'version: 1\npolicy: { servers: { a: {}, "7": {} } }',
    '2:29 unordered-server policy.servers["7"]: a name of digits',
  ],
] as const)("%j", ([text, expected]) => {
  const { catalog, problems } = parseCatalog(text);
  expect(catalog).toBeUndefined();
  expect(problems).toHaveLength(1);
  const [{ line, column, code, path, message } = { message: "" }] = problems;
  expect(`${line}:${column} ${code} ${path}: ${message}`).toContain(expected);
});

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
