import type { Model } from "@modelpref/router";
import { expect, test } from "vitest";
import { catalog, inFolder } from "../../../test/folder.ts";
import { listOf } from "../../../test/imported-list.ts";
import { bundledCatalog } from "../../bundled.ts";
import { readCatalog } from "../../read-catalog.ts";
import type { ImportedList } from "../read-list.ts";
import { type Merged, mergeCatalog, mergeLayeredCatalog } from "./merge-catalog.ts";

/** Merges a list into team.yaml over base.yaml; what was said, without the folder. */
function mergeOver(base: string, team: string, list: ImportedList, userFile?: string): Promise<Merged> {
  return inFolder({ "base.yaml": base, "team.yaml": team }, async ({ path }) => {
    const options = userFile === undefined ? {} : { userFile: path(userFile) };
    const merged = await mergeLayeredCatalog(team, path("team.yaml"), list, options);
    return JSON.parse(
      JSON.stringify(merged)
        .replaceAll(`${path(".")}/`, "")
        .replaceAll(path(""), ""),
    );
  });
}

const BASE = catalog(
  "models:",
  "  - id: acme/sonata",
  "    cost: { input: 2, output: 10 }",
  "    reasoning: true",
  "    name: Sonata",
);
const TEAM = catalog("extends: [base.yaml]", "models:", "  - id: acme/own", "    tool_call: true");

test("a fact of a layer below is left alone: equal, nothing is said; else it is a conflict with its place", async () => {
  const equal = { id: "acme/sonata", cost: { input: 2, output: 10 }, name: "Other wording" };
  expect((await mergeOver(BASE, TEAM, listOf([equal]))).text).toBe(TEAM);
  const { text, plan } = await mergeOver(BASE, TEAM, listOf([{ ...equal, cost: { input: 3, output: 10 } }]));
  expect(text).toBe(TEAM);
  expect(plan).toMatchObject({ added: [], layered: [], changed: [], prices: { compared: 1, agree: 0 } });
  expect(plan?.conflicts).toEqual([
    { id: "acme/sonata", path: "cost.input", from: 2, to: 3, place: { file: "base.yaml", line: 4 } },
  ]);
});

test("a model of a layer below gets an entry with the facts that no layer states, and is not new", async () => {
  const row: Model = { id: "acme/sonata", cost: { input: 2, output: 10 }, limit: { context: 9 } };
  const { text, plan } = await mergeOver(BASE, TEAM, listOf([row, { id: "acme/new", limit: { context: 8 } }]));
  expect(text).toBe(`${TEAM}  - id: acme/sonata
    limit: { context: 9 }
    sources: { limit: litellm }
  - id: acme/new
    limit: { context: 8 }
    sources: { limit: litellm }
sources: { litellm: { title: A list, retrieved: 2026-11-22 } }
`);
  expect(plan?.added.map(({ id }) => id)).toEqual(["acme/new"]);
  expect(plan?.changed).toEqual([{ id: "acme/sonata", path: "limit", to: { context: 9 } }]);
  expect((await mergeOver(BASE, text ?? "", listOf([row]))).text).toBe(text);
});

test("a fact that the entry says is the list's is written over the layer below, and what it covers is said", async () => {
  const team = catalog(
    "extends: [base.yaml]",
    "models: [{ id: acme/sonata, sources: { cost: litellm } }]",
    "sources: { litellm: { title: L, retrieved: 2026-11-22 } }",
  );
  const list = listOf([{ id: "acme/sonata", cost: { input: 3, output: 10 } }]);
  const { text, plan } = await mergeOver(BASE, team, list);
  expect(text).toContain("{ id: acme/sonata, cost: { input: 3, output: 10 }, sources: { cost: litellm } }");
  expect(plan?.changed).toEqual([{ id: "acme/sonata", path: "cost.input", from: 2, to: 3 }]);
  expect((await mergeOver(BASE, text ?? "", list)).plan?.changed).toEqual([]);
});

test("what lies below a part of a fact counts: the whole is compared", async () => {
  const team = catalog("extends: [base.yaml]", "models: [{ id: acme/sonata, cost: { input: 1 } }]");
  const { text, plan } = await mergeOver(BASE, team, listOf([{ id: "acme/sonata", cost: { input: 2, output: 11 } }]));
  expect(text).toBe(team);
  expect(plan?.conflicts).toEqual([
    { id: "acme/sonata", path: "cost.input", from: 1, to: 2 },
    { id: "acme/sonata", path: "cost.output", from: 10, to: 11, place: { file: "base.yaml", line: 4 } },
  ]);
});

test("overrides and base models state facts too, and what is deleted or taken out stays so", async () => {
  const team = catalog(
    "extends: [base.yaml]",
    "models:",
    "  - { id: acme/twin, base_model: acme/sonata, limit: null }",
    "overrides: [{ match: acme/twin, set: { cost: { input: 7, output: 7 } } }]",
    'remove: ["acme/out*"]',
  );
  const base = `${BASE}  - { id: acme/outside, tool_call: true }\n`;
  const rows: Model[] = [
    { id: "acme/twin", cost: { input: 8, output: 7 }, reasoning: false, limit: { context: 9 } },
    { id: "acme/outside", tool_call: true },
  ];
  const { text, plan } = await mergeOver(base, team, listOf(rows));
  expect(text).toBe(team);
  expect(plan?.removed).toEqual(["acme/outside"]);
  expect(plan?.conflicts).toEqual([
    { id: "acme/twin", path: "reasoning", from: true, to: false, place: { file: "base.yaml", line: 5 } },
    { id: "acme/twin", path: "cost.input", from: 7, to: 8, place: { file: "team.yaml", line: 5 } },
  ]);
});

test("what the list states beside a part of a fact is told as not added, unless somebody deleted it", async () => {
  const team = catalog(
    "extends: [base.yaml]",
    "models:",
    "  - { id: acme/sonata, speed: { ttft_ms: 400 } }",
    "  - { id: acme/own, limit: { context: 9, output: null } }",
    "overrides: [{ match: acme/own, set: { cost: { input: 1 } } }]",
  );
  const tiers = [{ above: 200_000, input: 4 }];
  const list = listOf([
    { id: "acme/sonata", cost: { input: 2, output: 10, tiers }, speed: { output_tps: 80, as_of: "2026-09" } },
    { id: "acme/own", limit: { context: 9, input: 8, output: 7 }, cost: { input: 1, output: 2 } },
  ]);
  const { text, plan } = await mergeOver(BASE, team, list);
  expect([text, plan?.conflicts]).toEqual([team, []]);
  expect(plan?.notAdded).toEqual([
    { id: "acme/sonata", path: "cost.tiers", value: tiers },
    { id: "acme/sonata", path: "speed.output_tps", value: 80 },
    { id: "acme/own", path: "limit.input", value: 8 },
    { id: "acme/own", path: "cost.output", value: 2 },
  ]);
});

test("what the file itself would take out is not written into it", async () => {
  const team = `${TEAM}remove: ["*/*-preview"]\n`;
  const list = listOf([{ id: "acme/sonata-preview", tool_call: true }]);
  const { text, plan } = await mergeOver(BASE, team, list);
  expect([text, plan?.removed, plan?.added]).toEqual([team, ["acme/sonata-preview"], []]);
});

test("a source that a layer below declares stays its own: its date is not moved", async () => {
  const base = `${BASE}sources: { litellm: { title: L, retrieved: 2026-01-01 } }\n`;
  const list = listOf([{ id: "acme/new", tool_call: true }]);
  const { text } = await mergeOver(base, TEAM, list);
  expect(text).toContain("sources: { tool_call: litellm/own }");
  expect(text).toContain("sources: { litellm/own: { title: A list, retrieved: 2026-11-22 } }");
  const later = { ...list, rows: [{ place: [], model: { id: "acme/new", tool_call: false } }] };
  const again = await mergeOver(base, text ?? "", later);
  expect(again.plan?.changed).toEqual([{ id: "acme/new", path: "tool_call", from: true, to: false }]);
  expect(again.text).toBe(text?.replace(/(acme\/new\n +tool_call: )true/, "$1false"));
});

test("scores rate models of layers below, and families of layers below are known", async () => {
  const rated = await mergeOver(BASE, TEAM, listOf([{ id: "acme/sonata", intelligence: { score: 70 } }], "scores"));
  expect(rated.plan?.layered.map(({ id }) => id)).toEqual(["acme/sonata"]);
  const base = `${BASE}families: [{ id: sonata, tokens: [sonata] }]\n`;
  const { text } = await mergeOver(base, TEAM, listOf([{ id: "acme/new", family: "sonata", tool_call: true }]));
  expect(text).toContain("  - id: acme/new\n    family: sonata\n");
});

test("bundled lies below a text that extends it; nothing of it is added again", () => {
  const [model] = bundledCatalog().models.filter(({ cost }) => cost?.input !== undefined);
  const { id = "", cost = {} } = model ?? {};
  const text = catalog("extends: [bundled]");
  const same = mergeCatalog(text, "team.yaml", listOf([{ id, cost }], "pi-ai"), {});
  expect(same.text).toBe(text);
  const dearer = { ...cost, input: (cost.input ?? 0) + 1 };
  const { plan, text: after } = mergeCatalog(text, "team.yaml", listOf([{ id, cost: dearer }], "pi-ai"), {});
  expect(after).toBe(text);
  expect(plan?.conflicts).toMatchObject(
    [{ id, path: "cost.input", place: { file: /^bundled: .*\.yaml$/ } }].map((one) => ({
      ...one,
      place: { file: expect.stringMatching(one.place.file), line: expect.any(Number) },
    })),
  );
});

test("the user's own file lies on the bundled catalog without saying so", async () => {
  const [model] = bundledCatalog().models.filter(({ cost }) => cost?.input !== undefined);
  const { id = "", cost = {} } = model ?? {};
  const mine = catalog("models: []");
  expect((await mergeOver(BASE, mine, listOf([{ id, cost }]), "team.yaml")).text).toBe(mine);
  expect((await mergeOver(BASE, mine, listOf([{ id, cost }]))).plan?.added).toHaveLength(1);
});

test("the layers together must be sound, before and after; a text alone has no folder", async () => {
  const list = listOf([{ id: "acme/sonata", tool_call: true }]);
  expect((await mergeOver("version: 1\nmodels: [7]\n", TEAM, list)).problems).toMatchObject([{ file: "base.yaml" }]);
  const twice = `${TEAM}  - id: acme/own\n`;
  expect((await mergeOver(BASE, twice, list)).problems).toMatchObject([{ code: "duplicate-id", line: 6 }]);
  const nowhere = await mergeOver(BASE, TEAM.replace("base", "none"), list);
  expect(nowhere.problems).toMatchObject([{ code: "extends-unreadable", file: "team.yaml", line: 2 }]);
  expect(mergeCatalog(TEAM, "team.yaml", list, {}).problems).toMatchObject([{ code: "extends-without-folder" }]);
});

test("after a merge every value of a layer below is what it was, unless the entry says that it is the list's", async () => {
  const rows: Model[] = [{ id: "acme/sonata", cost: { input: 9, output: 9 }, reasoning: false, limit: { context: 5 } }];
  const { text } = await mergeOver(BASE, TEAM, listOf(rows));
  await inFolder({ "base.yaml": BASE, "team.yaml": text ?? "" }, async ({ path }) => {
    const { catalog: after } = await readCatalog([path("team.yaml")]);
    expect(after?.models.find(({ id }) => id === "acme/sonata")).toMatchObject({
      cost: { input: 2, output: 10 },
      reasoning: true,
      limit: { context: 5 },
    });
  });
});
