// The rules by which facts/ takes or refuses what a package says (docs/bundled-catalog.md), without fetching any package.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";

type Vote = (said: Map<string, unknown>) => { outcome: string; value?: unknown; voices: string[]; outvoted: boolean };
type Judged = { facts: Map<string, { value: unknown }>; rows: { field: string; ending: string }[]; problems: string[] };
type Judge = (
  model: { id: string; billing?: string },
  voices: Map<string, object>,
  settlementOf: (model: string, field: string) => object | undefined,
) => Judged;
type Said = {
  stated: (number: unknown) => number | undefined;
  statedPrice: (input: unknown, output: unknown) => [number, number] | undefined;
};

const { vote }: { vote: Vote } = await load("votes.mjs");
const { judge }: { judge: Judge } = await load("judge.mjs");
const { stated, statedPrice }: Said = await load("voices/said.mjs");

/** The scripts of facts/ are JavaScript without types: what they export is said above. */
function load<T>(name: string): Promise<T> {
  return import(new URL(`../facts/${name}`, import.meta.url).href);
}

function voices(...values: unknown[]): Map<string, unknown> {
  return new Map(values.map((value, index) => [`source ${index + 1}`, value]));
}

const complete = { price: [1, 2], tiers: [], context: 1000, max_output: 100, reasoning: true, image: false };
const unsettled = (): undefined => undefined;

test.each([
  ["two of three agree", voices(1, 2, 1), "agreed", 1],
  ["both of two agree", voices(1, undefined, 1), "agreed", 1],
  ["one source alone is no agreement", voices(undefined, 1), "alone", 1],
  ["two differ", voices(1, 2), "conflict", undefined],
  ["three differ", voices(1, 2, 3), "conflict", undefined],
  ["two against two", voices(1, 1, 2, 2), "conflict", undefined],
  ["nobody says anything", voices(undefined, undefined), "silent", undefined],
])("%s", (_, said, outcome, value) => {
  expect(vote(said)).toMatchObject({ outcome });
  expect(vote(said).value).toBe(value);
});

test("zero, minus one and null are not statements, and half a price is none", () => {
  expect([0, -1, null, undefined, "1"].map(stated)).toEqual(Array(5).fill(undefined));
  expect(statedPrice(0, 0)).toBeUndefined();
  expect(statedPrice(1, 0)).toBeUndefined();
  expect(statedPrice(0.09999999999999999, 0.4)).toEqual([0.1, 0.4]);
});

test("a disputed limit stops the rebuild until it is settled", () => {
  const said = new Map([
    ["one", complete],
    ["other", { ...complete, context: 2000 }],
  ]);
  expect(judge({ id: "a/b" }, said, unsettled).problems).toEqual(["a/b: context is not settled: one 1000, other 2000"]);

  const settled = judge({ id: "a/b" }, said, (_, field) =>
    field === "context" ? { take: "other", why: "so says the vendor" } : undefined,
  );
  expect(settled.problems).toEqual([]);
  expect(settled.facts.get("context")?.value).toBe(2000);
  expect(settled.rows.map(({ field, ending }) => [field, ending])).toEqual([
    ["context", "by hand: other: so says the vendor"],
  ]);
});

test("a settlement nobody needs any more stops the rebuild too", () => {
  const said = new Map([
    ["one", complete],
    ["other", complete],
  ]);
  const settle = (_: string, field: string): object | undefined => (field === "price" ? { take: "one" } : undefined);
  expect(judge({ id: "a/b" }, said, settle).problems).toEqual([
    "a/b: price is settled by hand, but the sources agree: remove it from settled.yaml",
  ]);
});

test("a disputed ability is left out, and a local model needs no price", () => {
  const { price, ...local } = complete;
  const said = new Map<string, object>([
    ["one", complete],
    ["other", { ...complete, image: true }],
  ]);
  expect(judge({ id: "a/b" }, said, unsettled).rows).toMatchObject([{ field: "image", ending: "left out" }]);
  expect(judge({ id: "a/b" }, said, unsettled).facts.has("image")).toBe(false);
  const own = new Map<string, object>([
    ["one", local],
    ["other", local],
  ]);
  expect(judge({ id: "a/b", billing: "local" }, own, unsettled).problems).toEqual([]);
  expect(judge({ id: "a/b" }, own, unsettled).problems).toEqual(["a/b: price is not settled: no source says"]);
});

test("a rating says as much as its boards allow: one is low, two are medium, three are high", () => {
  const text = readFileSync(new URL("../facts/hand/ratings.yaml", import.meta.url), "utf8");
  const ratings: { weights: string; confidence: string; evidence: string[] }[] = parse(text);
  const confidence = (boards: number): string | undefined => ["low", "medium", "high"][Math.min(boards, 3) - 1];
  const wrong = ratings.filter((rating) => rating.confidence !== confidence(rating.evidence.length));
  expect(wrong.map(({ weights }) => weights)).toEqual([]);
});
