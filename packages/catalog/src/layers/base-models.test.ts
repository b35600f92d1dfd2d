import { expect, test } from "vitest";
import { parseCatalog } from "../parse-catalog.ts";

const BASE = `version: 1
families: [{ id: f, tokens: [f], tier: mid }, { id: g, tokens: [g], tier: small }]
models:
  - id: a/base
    name: Base
    family: f
    tier: large
    aliases: [base]
    status: deprecated
    reasoning: true
    tool_call: true
    structured_output: false
    modalities: { input: [text, image], output: [text] }
    limit: { context: 1000 }
    billing: free
    cost: { input: 1 }
    intelligence: { score: 50, confidence: high }
    speed: { output_tps: 10 }
`;

function derived(entry: string): unknown {
  const { catalog, problems } = parseCatalog(`${BASE}  - ${entry}\n`);
  expect(problems).toEqual([]);
  return catalog?.models.at(-1);
}

const ABILITIES = {
  reasoning: true,
  tool_call: true,
  structured_output: false,
  modalities: { input: ["text", "image"], output: ["text"] },
};

test("abilities, intelligence and family with its tier are inherited, never price, limits, speed or names", () => {
  expect(derived("{ id: b/x, base_model: a/base }")).toEqual({
    id: "b/x",
    ...ABILITIES,
    intelligence: { score: 50, confidence: "high" },
    family: "f",
    tier: "large",
  });
});

test("what a model states stays, maps merge deeply, null inherits nothing", () => {
  const own = "{ id: b/x, base_model: a/base, tool_call: false, reasoning: null, modalities: { input: [text] } }";
  expect(derived(own)).toMatchObject({ tool_call: false, modalities: { input: ["text"], output: ["text"] } });
  expect(derived(own)).not.toHaveProperty("reasoning");
});

test("a model of another family does not inherit the tier", () => {
  expect(derived("{ id: b/x, base_model: a/base, family: g }")).not.toHaveProperty("tier");
});

test("a base may have a base, stand below, or be removed", () => {
  const chain = `{ id: b/x, base_model: c/y, structured_output: true }
  - { id: c/y, base_model: a/base, tool_call: false }
remove: [a/base]`;
  const { catalog, problems } = parseCatalog(`${BASE}  - ${chain}\n`);
  expect(problems).toEqual([]);
  expect(catalog?.models.map(({ id }) => id)).toEqual(["b/x", "c/y"]);
  expect(catalog?.models[0]).toMatchObject({ ...ABILITIES, tool_call: false, structured_output: true, family: "f" });
});

test("a base of 5,000 bases is no matter of the stack", () => {
  const models = Array.from({ length: 5000 }, (_, index) => `  - { id: b/${index}, base_model: b/${index + 1} }\n`);
  const { catalog, problems } = parseCatalog(
    `version: 1\nmodels:\n${models.join("")}  - { id: b/5000, reasoning: true }`,
  );
  expect(problems).toEqual([]);
  expect(catalog?.models[0]).toEqual({ id: "b/0", reasoning: true });
});

test("a circle is told once, with its chain", () => {
  const models = "[{ id: a/a, base_model: a/b }, { id: a/b, base_model: a/c }, { id: a/c, base_model: a/b }]";
  const { problems } = parseCatalog(`version: 1\nmodels: ${models}`);
  expect(problems.map(({ line, column, path, message }) => `${line}:${column} ${path} ${message}`)).toEqual([
    "2:93 models[2].base_model these models are bases of each other in a circle: a/b → a/c → a/b",
  ]);
});

test("a base that does not exist is told, with what was probably meant", () => {
  const { problems } = parseCatalog(`${BASE}  - { id: b/x, base_model: a/bas }\n`);
  expect(problems.map(({ code, suggestion }) => [code, suggestion])).toEqual([["unknown-base-model", "a/base"]]);
});
