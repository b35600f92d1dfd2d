import { fc, test } from "@fast-check/vitest";
import type { Model } from "@modelpref/router";
import { expect } from "vitest";
import { catalog, inFolder } from "../../../test/folder.ts";
import { listOf } from "../../../test/imported-list.ts";
import { readCatalog } from "../../read-catalog.ts";
import { type Difference, differences } from "./differences.ts";
import { mergeLayeredCatalog } from "./merge-catalog.ts";

const number = fc.integer({ min: 1, max: 3 });
const optional = { requiredKeys: [] };
const facts = fc.record(
  {
    tool_call: fc.boolean(),
    limit: fc.record({ context: number, output: number }, optional),
    cost: fc.record({ input: number, output: number, cache_read: number }, optional),
    modalities: fc.record({ input: fc.shuffledSubarray(["text", "image"], { minLength: 1 }) }),
  },
  optional,
);
type Facts = Partial<Omit<Model, "id">>;
const id = fc.constantFrom("p/a", "p/b", "p/c");
const entry = fc
  .tuple(id, facts, fc.array(fc.constantFrom("litellm", "hand", undefined), { minLength: 4, maxLength: 4 }))
  .map(([name, stated, sources]) => {
    const named = Object.keys(stated).flatMap((key, index) => (sources[index] ? [[key, sources[index]]] : []));
    return { id: name, ...stated, sources: Object.fromEntries(named) };
  });
const layer = fc.uniqueArray(entry, { selector: (one) => one.id, maxLength: 3 });
const rows = fc.uniqueArray(
  fc.tuple(id, facts).map(([name, stated]) => ({ id: name, ...stated }) as Model),
  { selector: (one) => one.id, maxLength: 3 },
);
const lines = fc.subarray([
  "overrides: [{ match: p/a, set: { cost: { input: 2 } } }]",
  "overrides: [{ match: 'p/*', set: { tool_call: false } }]",
  "remove: [p/b]",
]);

function write(models: readonly object[], ...more: string[]): string {
  const sources = "sources: { litellm: { title: L }, hand: { title: H } }";
  return catalog(...more, `models: ${JSON.stringify(models)}`, sources);
}

/** What differs between two statements about a model where both say something, their sources aside. */
function contradictions(from: Facts, to: Facts): Difference[] {
  const { sources: _, ...before } = from;
  return Object.entries(before)
    .filter(([key]) => key !== "id")
    .flatMap(([key, value]) => differences(key, value, Reflect.get(to, key)))
    .filter((one) => isStated(one.from) && isStated(one.to));
}

function isStated(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** The models of a catalog by their ids. */
async function modelsOf(file: string): Promise<ReadonlyMap<string, Model>> {
  const { catalog: read } = await readCatalog([file]);
  return new Map(read?.models.map((model) => [model.id, model]));
}

/** What the list states of a model of the catalog that neither is there nor is told as not added. */
function untoldParts(model: Model | undefined, row: Model, told: readonly { id: string; path: string }[]): unknown {
  if (model === undefined) return [];
  const { id: name, ...stated } = row;
  const missing = Object.entries(stated)
    .flatMap(([key, value]) => differences(key, Reflect.get(model, key), value))
    .filter(({ from, to }) => from === undefined && isStated(to));
  return missing.filter(({ path }) => !told.some((one) => one.id === name && one.path === path));
}

/** What is not told of all that differs. */
function untold(differing: readonly Difference[], id: string, told: readonly (Difference & { id: string })[]): unknown {
  return differing.filter(({ path }) => !told.some((one) => one.id === id && one.path === path));
}

test.prop([layer, lines, layer, rows])(
  "over other layers: a merge changes only what the entry says is the list's, tells it, and tells what the list contradicts; twice is once",
  (base, more, team, listed) =>
    inFolder({ "base.yaml": write(base, ...more.slice(0, 1)) }, async (folder) => {
      const file = folder.path("team.yaml");
      const list = listOf(listed);
      const text = write(team, "extends: [base.yaml]");
      folder.write({ "team.yaml": text });
      const before = await modelsOf(file);
      const { text: merged = "", plan } = await mergeLayeredCatalog(text, file, list, {});
      folder.write({ "team.yaml": merged });
      const after = await modelsOf(file);
      const { changed = [], conflicts = [], notAdded = [] } = plan ?? {};
      for (const [name, model] of before) {
        expect(untold(contradictions(model, after.get(name) ?? {}), name, changed)).toEqual([]);
      }
      const isOurs = ({ id: name, path }: (typeof changed)[number]): boolean =>
        team.find((one) => one.id === name)?.sources[path.split(".")[0] ?? ""] === "litellm";
      expect(changed.filter((change) => isStated(change.from) && !isOurs(change))).toEqual([]);
      for (const row of listed) {
        expect(untold(contradictions(after.get(row.id) ?? {}, row), row.id, conflicts)).toEqual([]);
        expect(untoldParts(after.get(row.id), row, notAdded)).toEqual([]);
      }
      expect((await mergeLayeredCatalog(merged, file, list, {})).text).toBe(merged);
    }),
);
