import { fc, test } from "@fast-check/vitest";
import type { Model } from "@modelpref/router";
import { expect } from "vitest";
import { Document, isCollection, parse, visit } from "yaml";
import { listOf } from "../../../test/imported-list.ts";
import { parseCatalog } from "../../parse-catalog.ts";
import { mergeCatalog } from "./merge-catalog.ts";

type Facts = Partial<Omit<Model, "id" | "sources">>;
type Entry = { id: string; sources?: Record<string, string> } & Facts;

const price = fc.integer({ min: 1, max: 100_000 }).map((cents) => cents / 100);
const size = fc.integer({ min: 1, max: 2_000_000 });
const optional = { requiredKeys: [] };
// Words that YAML would read as something else, or not at all, are among the names.
const name = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 12 }),
    fc.string({ unit: "binary", minLength: 1, maxLength: 6 }),
    fc.constantFrom("yes", "null", "1.5", "# x", "a: b", "- c", "*d", "[e", "~", "2026", "é", "'", '"', "a #b"),
  )
  .filter((text) => !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/u.test(text));
const kinds = fc.uniqueArray(fc.constantFrom("text", "image", "pdf"), { minLength: 1 });

const facts: fc.Arbitrary<Facts> = fc.record(
  {
    name,
    aliases: fc.array(name, { minLength: 1, maxLength: 2 }),
    reasoning: fc.boolean(),
    tool_call: fc.boolean(),
    modalities: fc.record(
      { input: kinds, output: fc.constant("text").map((word) => [word]) },
      { requiredKeys: ["input"] },
    ),
    limit: fc.record({ context: size, output: size }, { requiredKeys: ["context"] }),
    cost: fc.record(
      {
        input: price,
        output: price,
        cache_read: price,
        tiers: fc.uniqueArray(fc.record({ above: size, input: price }), {
          selector: ({ above }) => above,
          minLength: 1,
          maxLength: 3,
        }),
      },
      { requiredKeys: ["input", "output"] },
    ),
  },
  optional,
);

const SOURCES = ["litellm", "hand"];

/** An entry whose facts name one source, another, or none. */
const entry: fc.Arbitrary<Omit<Entry, "id">> = fc
  .tuple(facts, fc.array(fc.constantFrom(...SOURCES, undefined), { minLength: 7, maxLength: 7 }), fc.boolean())
  .map(([stated, choices, atTop]) => {
    const named = Object.keys(stated).flatMap((fact, index) => {
      const source = choices[index];
      return source === undefined ? [] : [[fact, source]];
    });
    const sources = named.length > 0 ? { sources: Object.fromEntries(named) } : {};
    return atTop ? { ...sources, ...stated } : { ...stated, ...sources };
  });

const entries: fc.Arbitrary<Entry[]> = fc
  .tuple(fc.array(entry, { maxLength: 5 }), fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }))
  .map(([list, order]) => list.map((one, index) => ({ id: `p/m-${order[index]}`, ...one })));

const rows: fc.Arbitrary<Model[]> = fc
  .tuple(fc.array(facts, { maxLength: 5 }), fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 5 }))
  .map(([list, order]) => list.map((one, index) => ({ id: `p/m-${order[index]}`, ...one }) as Model));

/** How a person lays a file out. */
type Layout = {
  flow: number[];
  indentSeq: boolean;
  comments: number[];
  windows: boolean;
  bom: boolean;
  sourcesFirst: boolean;
};
const layout: fc.Arbitrary<Layout> = fc.record({
  flow: fc.array(fc.nat(9), { minLength: 40, maxLength: 40 }),
  indentSeq: fc.boolean(),
  comments: fc.array(fc.nat(5), { minLength: 30, maxLength: 30 }),
  windows: fc.boolean(),
  bom: fc.boolean(),
  sourcesFirst: fc.boolean(),
});

function write(models: readonly Entry[], { flow, indentSeq, comments, windows, bom, sourcesFirst }: Layout): string {
  const sources = { sources: { litellm: { title: "L", retrieved: "2020-01-01" }, hand: { title: "H" } } };
  const content = { version: 1, ...(sourcesFirst ? { ...sources, models } : { models, ...sources }) };
  const document = new Document(content, { aliasDuplicateObjects: false });
  let count = 0;
  visit(document, {
    Collection(_, node, path) {
      if (path.length > 1 && isCollection(node)) node.flow = flow[count++ % flow.length] === 0;
    },
  });
  // The yaml package writes an empty list in a way that no comment may come before.
  const text = document.toString({ lineWidth: 0, indentSeq: indentSeq || models.length === 0 });
  const lines = text
    .trimEnd()
    .split("\n")
    .flatMap((line, index) => {
      const indent = /^[ -]*/.exec(line)?.[0].length ?? 0;
      const kind = comments[index % comments.length];
      if (kind === 0 && index > 0) return [`${" ".repeat(indent)}# before-${index}-`, line];
      if (kind === 1 && index > 0) return ["", `# at-margin-${index}-`, line];
      return kind === 2 ? [`${line} # behind-${index}-`] : [line];
    });
  return (bom ? "\uFEFF" : "") + lines.map((line) => line + (windows ? "\r\n" : "\n")).join("");
}

/** The rule of merging, in the words of the documentation. */
function expected(models: readonly Entry[], listed: readonly Model[]): Entry[] {
  const kept = models.map((one) => {
    const row = listed.find(({ id }) => id === one.id);
    const { id: _, ...stated } = row ?? { id: "" };
    const mine = Object.entries(stated).filter(([fact]) => !(fact in one) || one.sources?.[fact] === "litellm");
    const sources = { ...one.sources, ...Object.fromEntries(mine.map(([fact]) => [fact, "litellm"])) };
    return { ...one, ...Object.fromEntries(mine), ...(Object.keys(sources).length > 0 ? { sources } : {}) };
  });
  const added = listed.filter(({ id }) => !models.some((one) => one.id === id));
  return [...kept, ...added.map((row) => ({ ...row, ...sourcesOf(row) }))] as Entry[];
}

function sourcesOf({ id: _, ...stated }: Model): object {
  const names = Object.keys(stated).map((fact) => [fact, "litellm"]);
  return names.length > 0 ? { sources: Object.fromEntries(names) } : {};
}

/** Kinds of input, and aliases, are sets. */
function unordered(models: readonly Entry[]): Entry[] {
  return models.map(({ aliases, modalities, ...one }) => ({
    ...one,
    ...(aliases && { aliases: [...aliases].sort() }),
    ...(modalities && {
      modalities: { ...modalities, ...(modalities.input && { input: [...modalities.input].sort() }) },
    }),
  }));
}

test.prop([entries, rows, layout])(
  "merging follows the rule, whatever the layout; comments and what is not changed stay; a second time changes nothing",
  (models, listed, how) => {
    const text = write(models, how);
    expect(parseCatalog(text).problems).toEqual([]);
    const merged = mergeCatalog(text, "f", listOf(listed), {});
    expect(merged.problems).toEqual([]);
    const after = parse(merged.text ?? "");
    const wanted = unordered(expected(models, listed));
    expect(unordered(after.models ?? [])).toEqual(wanted);
    expect(after.sources.hand).toEqual({ title: "H" });
    const comments = text.match(/# [a-z-]+-\d+-/g) ?? [];
    expect(comments.filter((comment) => !merged.text?.includes(comment))).toEqual([]);
    expect(merged.text?.includes("\r\n")).toBe(how.windows);
    expect(mergeCatalog(merged.text ?? "", "f", listOf(listed), {}).text).toBe(merged.text);
  },
);

test.prop([entries, layout])("a list that says nothing new changes no character", (models, how) => {
  const text = write(models, how);
  const list = { ...listOf(models.map(({ sources: _, ...model }) => model as Model)), cited: new Map() };
  expect(mergeCatalog(text, "f", list, {}).text).toBe(text);
});
