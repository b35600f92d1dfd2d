import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { parseCatalog } from "../parse-catalog.ts";
import { IMPORT_SOURCES, type ListOptions, printCatalog, readList } from "./index.ts";

const options: ListOptions = { today: "2026-11-22" };
const litellm = (rows: object, more: Partial<ListOptions> = {}) =>
  readList("litellm", [{ file: "f", text: JSON.stringify(rows) }], { ...options, ...more });
const chat = (provider: string) => ({ litellm_provider: provider, mode: "chat", supports_reasoning: true });

describe("what is asked for", () => {
  const rows = { a: chat("p"), b: chat("p"), c: chat("q"), "q/x/d": chat("q") };
  const ids = (more: Partial<ListOptions>) => litellm(rows, more).list?.rows.map(({ model }) => model.id);

  test("all, some providers, ids that fit a glob, both", () => {
    expect(ids({})).toEqual(["p/a", "p/b", "q/c", "q/x/d"]);
    expect(ids({ providers: ["q", "none"] })).toEqual(["q/c", "q/x/d"]);
    expect(ids({ match: ["*/b", "q/*"] })).toEqual(["p/b", "q/c", "q/x/d"]);
    expect(ids({ providers: ["p"], match: ["*b"] })).toEqual(["p/b"]);
    expect(litellm(rows, { providers: ["q"] }).list?.dropped.map(({ code }) => code)).toEqual([
      "not-asked",
      "not-asked",
    ]);
  });

  test("a glob of many stars takes no time", () => {
    expect(ids({ match: [`${"*".repeat(200)}z`] })).toEqual([]);
    expect(litellm({ ["a".repeat(200)]: chat("p") }, { match: [`${"*a".repeat(8)}b`] }).list?.rows).toEqual([]);
  });
});

test("a row that says nothing but its name is no model, and is told as one that the list has", () => {
  const rows = { named: { litellm_provider: "p", mode: "chat", input_cost_per_token: 0 }, known: chat("p") };
  const { list } = litellm(rows);
  expect(list?.rows.map(({ model }) => model.id)).toEqual(["p/known"]);
  expect(list?.dropped).toEqual([{ code: "no-facts", place: ["named"], id: "p/named" }]);
});

test.each(IMPORT_SOURCES)("%s: another form is told with what was expected, without an exception", (source) => {
  for (const text of ["{}", "7", "null", '"text"', '{ "__proto__": { "models": 1 } }']) {
    expect(readList(source, [{ file: "list.json", text }], options).problems).toMatchObject([
      { code: source === "scores" && !text.startsWith("{") ? expect.any(String) : "wrong-form", file: "list.json" },
    ]);
  }
  expect(readList(source, [{ file: "list.json", text: "[{" }], options).problems).toMatchObject([{ code: "syntax" }]);
});

test("more than 64 MB is refused unread", () => {
  const { problems } = readList("litellm", [{ file: "big", text: " ".repeat(64_000_001) }], options);
  expect(problems).toMatchObject([{ code: "too-large", file: "big" }]);
});

test("the files of a package are one list; all that cannot be read are told", () => {
  const text = JSON.stringify({ format: { m: { id: "m", provider: "p", cost: {}, type: "chat" } } });
  const both = readList(
    "pi-ai",
    [text, text.replace('"id":"m"', '"id":"n"')].map((one, index) => ({ file: `${index}`, text: one })),
    options,
  );
  expect(both.list?.rows).toHaveLength(2);
  const bad = readList(
    "pi-ai",
    ["[", "{}"].map((one, index) => ({ file: `${index}`, text: one })),
    options,
  );
  expect(bad.problems.map(({ file }) => file)).toEqual(["0", "1"]);
});

// What lists hold, and anything else, in the places where readers look.
const key = fc.oneof(
  fc.constantFrom(
    "id",
    "models",
    "cost",
    "tiers",
    "tier",
    "limit",
    "prices",
    "pricing",
    "prompt",
    "data",
    "scores",
    "mode",
  ),
  fc.constantFrom(
    "litellm_provider",
    "provider",
    "input",
    "output",
    "type",
    "size",
    "metric",
    "value",
    "date",
    "attribution",
  ),
  fc.constantFrom(
    "__proto__",
    "constructor",
    "toString",
    "input_cost_per_token",
    "output_cost_per_token",
    "aliases",
    "match",
  ),
  fc.string(),
);
const leaf = fc.oneof(
  fc.constantFrom("chat", "text", "-1", "1e999", "p/x", "context", "acme", "intelligence", "x-latest", "2026-01-01"),
  fc.string({ unit: "binary" }),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
);
const { value: anything } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "medium" },
    leaf,
    fc.array(tie("value"), { maxLength: 4 }),
    fc.array(fc.tuple(key, tie("value")), { maxLength: 6 }).map((pairs) => Object.fromEntries(pairs)),
  ),
}));

test.prop([fc.constantFrom(...IMPORT_SOURCES), anything], { numRuns: 500 })(
  "any JSON is read into what prints as a sound catalog, or refused; no key reaches a prototype",
  (source, data) => {
    const { list } = readList(source, [{ file: "f", text: JSON.stringify(data) ?? "null" }], options);
    if (list !== undefined) expect(parseCatalog(printCatalog(list, options)).problems).toEqual([]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  },
);

test.prop([fc.array(fc.tuple(fc.string({ unit: "binary" }), anything)), fc.string({ unit: "binary" })])(
  "rows of any content under any name print as a sound catalog that says the same",
  (rows, name) => {
    const listed = Object.fromEntries(
      rows.map(([id, row]) => [id, { ...chat("p"), ...(typeof row === "object" ? row : {}) }]),
    );
    const { list } = litellm({ ...listed, [name]: { ...chat("p"), aliases: [name] } });
    const { catalog, problems } = parseCatalog(list === undefined ? "version: 1" : printCatalog(list, options));
    expect(problems).toEqual([]);
    const models = catalog?.models.map(({ sources: _, ...model }) => model);
    expect(models ?? []).toEqual(list?.rows.map(({ model }) => model) ?? []);
  },
);

test("a map where a word or a number is expected is no trap, even one that cannot be turned into text", () => {
  const trap = { toString: [], valueOf: [] };
  const scores = JSON.stringify([
    { id: trap, metric: trap },
    { id: "p/x", metric: "intelligence", value: trap, date: trap },
  ]);
  expect(readList("scores", [{ file: "f", text: scores }], options).list?.dropped).toHaveLength(2);
  const prices = [
    { prices: { input_mtok: trap, output_mtok: trap } },
    { constraint: { start_date: "2026-01-01" }, prices: { output_mtok: trap } },
  ];
  const genai = JSON.stringify([
    {
      id: "p",
      models: [{ id: "m", prices: [{ constraint: { start_time: "1" }, prices: prices[0]?.prices }, ...prices] }],
    },
  ]);
  expect(readList("genai-prices", [{ file: "f", text: genai }], options).list?.rowsIn).toBe(1);
});
