import { expect, test } from "vitest";
import { parseCatalog } from "./parse-catalog.ts";

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
  // Layers.
  ["version: 1\nextends: bundled", '2:10 wrong-type extends: expected a list, received "bundled"'],
  ["version: 1\nextends: [./a.yaml]", "2:11 extends-without-folder extends[0]: a path leads nowhere from a text alone"],
  [
    "version: 1\nextends: [bundled, 'https://a.example/b.yaml']",
    '2:20 extends-not-a-path extends[1]: expected "bundled" or the path of a file, received "https://a.example/b.yaml"',
  ],
  ["version: 1\noverrides: [{ match: a/b }]", "2:13 missing-key overrides[0].set: missing; expected a map"],
  [`${model()}\noverrides: [{ match: a/b, set: { id: a/c } }]`, "4:34 unknown-key overrides[0].set.id: unknown key"],
  [
    `${model()}\noverrides: [{ match: "*", set: { family: x } }]`,
    '4:42 undeclared-family overrides[0].set.family: expected the id of an entry of "families", received "x"',
  ],
  ["version: 1\nremove: a/b", '2:9 wrong-type remove: expected a list, received "a/b"'],
  [
    model("base_model: a/c"),
    '4:17 unknown-base-model models[0].base_model: expected the id of another model of this catalog, received "a/c"',
  ],
  [model("base_model: a/b"), "4:17 base-model-cycle models[0].base_model: these models are bases of each other in a"],
  ["version: 1\nfamilies: [{ id: x }]", "2:12 missing-key families[0].tokens: missing; expected a list"],
  ["version: 1\nsources: { x: {} }", "2:15 missing-key sources.x.title: missing; expected text"],
  ["version: 1\nname: null", "2:7 wrong-type name: expected text, received nothing"],
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
