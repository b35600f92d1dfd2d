import { expect, test } from "vitest";
import { catalog, inFolder } from "../../test/folder.ts";
import { parseCatalog } from "../parse-catalog.ts";
import { readCatalog } from "../read-catalog.ts";
import type { CatalogWarningCode } from "./warning.ts";

const TODAY = "2026-11-22";
const RATED = "intelligence: { score: 50 }, speed: { output_tps: 50 }";

/** What is found in a catalog of these lines: code, line and subject. */
function found(...lines: string[]): string[] {
  const { warningsAt } = parseCatalog(catalog(...lines));
  return warningsAt(TODAY).map(({ code, line, subject }) => `${code} ${line} ${subject}`);
}

/** The same for one model that lacks nothing, with these fields besides. */
function ofModel(fields: string): string[] {
  return found(`models: [{ id: a/b, ${RATED}, ${fields} }]`);
}

test("nothing is said of what is fine", () => {
  const rated = `{ id: a/b, ${RATED}, cost: { input: 1, output: 4 }, aliases: [my-default] }`;
  expect(found(`updated: ${TODAY}`, `models: [${rated}]`)).toEqual([]);
  expect(found(`models: [${rated}]`, "policy: { limits: { allow: ['a/*'], deny: [a/b-old, '*-old'] } }")).toEqual([
    "deny-fits-nothing 3 a/b-old",
    "deny-fits-nothing 3 *-old",
  ]);
});

test.for<[fields: string, ...codes: CatalogWarningCode[]]>([
  ["cost: { input: 0.0000025, output: 4 }", "price-per-token"],
  ["cost: { input: 0.0004, output: 0.0005 }", "price-per-token"],
  ["cost: { input: 0.0005, output: 0.0005 }"],
  ["cost: { input: 1, output: 4, tiers: [{ above: 9, output: 0.000004 }] }", "price-per-token"],
  ["cost: { input: 200, output: 1000 }", "price-too-high", "price-too-high"],
  ["cost: { input: 150, output: 600 }"],
  ["cost: { input: 1, output: 4, tiers: [{ above: 9, input: 151 }] }", "price-too-high"],
  ["cost: { input: 0, output: 0 }", "zero-price"],
  ["billing: metered, cost: { input: 0, output: 0 }", "zero-price"],
  ["billing: free, cost: { input: 0, output: 0 }"],
  ["cost: { input: 0, output: 1 }"],
  ["enabled: false, cost: { input: 200, output: 0.00001 }"],
])("prices: %s", ([fields, ...codes]) => {
  expect(ofModel(fields).filter((text) => text.endsWith("a/b"))).toEqual(codes.map((code) => `${code} 2 a/b`));
});

test("the message of a price says what it would be per million tokens", () => {
  const { warningsAt } = parseCatalog(
    catalog(`models: [{ id: a/b, ${RATED}, cost: { input: 0.0000025, output: 1250 } }]`),
  );
  expect(warningsAt(TODAY).map(({ message }) => message)).toEqual([
    "expected USD per million input tokens; 0.0000025 looks like USD per token, which would be 2.5 here",
    "expected USD per million output tokens; 1250 is more than any model ever cost (600); if it is in cents, write 12.5",
  ]);
});

test.for<[date: string, isOld: boolean]>([
  ["2026-08-24", false],
  ["2026-08-23", true],
  ["2026-08", false],
  ["2026-07", true],
  ["2026", false],
  ["2025", true],
  ["2026-11-23", false],
])("dates: %s", ([date, isOld]) => {
  const codes = (...lines: string[]): string[] => found(...lines).map((text) => text.replace(/ \d+/, ""));
  const dated = `intelligence: { score: 50, as_of: ${date} }, speed: { output_tps: 50, as_of: ${date} }`;
  const expected = ["old-fact updated", "old-fact a/b", "old-fact a/b", "old-fact list"];
  const model = `{ id: a/b, ${dated}, cost: { input: 1, output: 4 }, sources: { cost: list } }`;
  const sources = `sources: { list: { title: x, retrieved: ${date} }, unused: { title: x, retrieved: 2020-01-01 } }`;
  expect(codes(`updated: ${date}`, `models: [${model}]`, sources)).toEqual(isOld ? expected : []);
  expect(
    codes(`models: [{ id: a/b, ${dated}, status: retired, family: f }]`, "families: [{ id: f, tokens: [f] }]"),
  ).toEqual(["nothing-to-pick models"]);
});

test.for([
  ["2026-11-23", false],
  ["2026-11-24", true],
  ["2026-12", true],
  ["2026", false],
  ["2027", true],
] as const)("dates to come: %s", ([date, isToCome]) => {
  const model = "{ id: a/b, billing: local, intelligence: { score: 50 }, speed: { output_tps: 50 } }";
  expect(found(`updated: ${date}`, `models: [${model}]`)).toEqual(isToCome ? ["future-date 2 updated"] : []);
});

test("a day that is none is refused", () => {
  expect(() => parseCatalog(catalog("models: []")).warningsAt("soon")).toThrow(RangeError);
});

test("overrides and removals that fit nothing", () => {
  const models = `models: [{ id: a/one, billing: local, ${RATED} }, { id: a/two-preview, enabled: false }]`;
  const overrides =
    "overrides: [{ match: a/on, set: { reasoning: true } }, { match: 'a/o*', set: { reasoning: true } }]";
  expect(found(models, overrides, 'remove: ["*-preview", "*/two*", b/none]')).toEqual([
    "override-fits-nothing 3 a/on",
    "removal-fits-nothing 4 */two*",
    "removal-fits-nothing 4 b/none",
  ]);
  const idle = parseCatalog(catalog(models, overrides))
    .warningsAt(TODAY)
    .find(({ subject }) => subject === "a/on");
  expect(idle).toMatchObject({ path: "overrides[0].match", message: expect.stringContaining("did you mean a/one?") });
});

test("aliases that are another model's name, or mean another family", () => {
  const families = "families: [{ id: sonnet, tokens: [claude, sonnet] }, { id: llama, tokens: [llama] }]";
  const of = (alias: string, fields = "family: llama", other = "b/large"): string[] =>
    found(
      `models: [{ id: a/small, ${RATED}, aliases: ["${alias}"], ${fields} }, { id: ${other}, ${RATED}, tool_call: true, family: sonnet }]`,
      families,
    ).filter((text) => text.startsWith("alias"));
  expect(of("large")).toEqual(["alias-of-other-model 2 a/small"]);
  expect(of("LARGE")).toEqual(["alias-of-other-model 2 a/small"]);
  expect(of("b/large")).toEqual(["alias-of-other-model 2 a/small"]);
  expect(of("larger")).toEqual([]);
  // Two hosts of one line share names.
  expect(of("large", "family: sonnet")).toEqual([]);
  expect(of("claude-3-sonnet")).toEqual(["alias-of-other-family 2 a/small"]);
  expect(of("claude-sonnet", "reasoning: true")).toEqual(["alias-of-other-family 2 a/small"]);
  expect(of("sonnet")).toEqual([]);
  expect(of("llama-3")).toEqual([]);
  expect(of("large", "enabled: false")).toEqual([]);
});

test("an alias may mean the family that the model's own name means", () => {
  const families = "families: [{ id: sonnet, tokens: [claude, sonnet] }]";
  const own = `models: [{ id: a/claude-sonnet-9, ${RATED}, aliases: [claude-sonnet] }, { id: b/c, ${RATED}, tool_call: true, family: sonnet }]`;
  expect(found(own, families).filter((text) => text.startsWith("alias"))).toEqual([]);
});

test("retired models that lead nowhere, and families without a model", () => {
  const retired = (fields: string): string[] =>
    found(
      `models: [{ id: a/b, billing: local, ${RATED} }, { id: a/c, status: retired${fields} }]`,
      "families: [{ id: f, tokens: [f] }]",
    );
  expect(retired("")).toEqual(["retired-leads-nowhere 2 a/c", "unused-family 3 f"]);
  expect(retired(", replaced_by: a/b")).toEqual(["unused-family 3 f"]);
  expect(retired(", family: f")).toEqual([]);
});

test("unknown price, intelligence and speed, of models that may be picked", () => {
  const all = ["unknown-cost 2 a/b", "unknown-intelligence 2 a/b", "unknown-speed 2 a/b"];
  expect(found("models: [{ id: a/b }]")).toEqual(all);
  expect(
    found("models: [{ id: a/b, cost: { input: 1 }, intelligence: { score: 0 }, speed: { output_tps: 0 } }]"),
  ).toEqual(["unknown-cost 2 a/b", "unknown-speed 2 a/b"]);
  expect(ofModel("billing: subscription")).toEqual([]);
  expect(ofModel("billing: free, cost: { input: 1 }")).toEqual([]);
  const other = `{ id: b/c, billing: local, ${RATED} }`;
  expect(found(`models: [{ id: a/b }, ${other}]`, "policy: { limits: { allow: ['b/*'] } }")).toEqual([]);
  expect(found(`models: [{ id: a/b, enabled: false }, ${other}]`)).toEqual([]);
});

test("models that are never first, and who is", () => {
  const model = (id: string, input: number, more = ""): string =>
    `{ id: ${id}, ${RATED}, cost: { input: ${input}, output: 4 }${more} }`;
  const of = (worse: string, ...lines: string[]): string[] => found(`models: [${model("a/a", 1)}, ${worse}]`, ...lines);
  expect(of(model("b/b", 2))).toEqual(["never-first 2 b/b"]);
  expect(of(model("b/b", 1))).toEqual(["never-first 2 b/b"]);
  expect(of(model("b/b", 0.9))).toEqual([]);
  expect(of(model("b/b", 2, ", tool_call: true"))).toEqual([]);
  expect(of(model("b/b", 2, ", enabled: false"))).toEqual([]);
  // What may answer at more length may break a cost limit that the other keeps.
  expect(of(model("b/b", 2, ", limit: { output: 100 }"))).toEqual([]);
  // A list that one of them is not on.
  expect(of(model("b/b", 2), "policy: { limits: { allow: ['b/*'] } }")).toEqual([]);
  expect(of(model("b/b", 2), "policy: { servers: { x: { limits: { deny: ['a/*'] } } } }")).toEqual([]);
  expect(of(model("b/b", 2), "policy: { limits: { allow: ['*'] } }")).toEqual(["never-first 2 b/b"]);
  const [first] = parseCatalog(catalog(`models: [${model("a/a", 1)}, ${model("b/b", 2)}]`)).warningsAt(TODAY);
  expect(first).toMatchObject({ by: "a/a", message: expect.stringContaining("never picked unless a hint finds it") });
});

test("of bundled entries nothing is said where a file lies on them, and of the file what it sets", async () => {
  const bundled = await readCatalog(["bundled"]);
  expect(bundled.warningsAt(TODAY).length).toBeGreaterThan(20);
  expect(bundled.warningsAt(TODAY).every(({ file }) => file.startsWith("bundled: "))).toBe(true);
  const files = {
    "empty.yaml": catalog("extends: [bundled]"),
    "own.yaml": catalog(
      "extends: [bundled]",
      "models: [{ id: x/new, cost: { input: 0, output: 0 } }, { id: openai/gpt-5.5, cost: { input: 500 } }]",
      "overrides: [{ match: 'anthropic/*', set: { speed: { as_of: 2020 } } }]",
    ),
  };
  await inFolder(files, async ({ path }) => {
    expect((await readCatalog([path("empty.yaml")])).warningsAt(TODAY)).toEqual([]);
    const own = (await readCatalog([path("own.yaml")])).warningsAt(TODAY);
    expect(new Set(own.map(({ file }) => file))).toEqual(new Set([path("own.yaml")]));
    const codes = new Set(own.map(({ code }) => code));
    expect(codes).toEqual(
      new Set(["zero-price", "price-too-high", "old-fact", "unknown-intelligence", "unknown-speed"]),
    );
  });
});

test("where there are problems, what can be said without a sound catalog is said", () => {
  expect(found("models: [{ id: a/b, tol_call: true, cost: { input: 200 } }]")).toContain("price-too-high 2 a/b");
  expect(found("models: [")).toEqual([]);
});
