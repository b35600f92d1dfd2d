import { expect, test } from "vitest";
import type { Model, Tier } from "../../catalog/model.ts";
import { type Hint, type HintName, parseHint } from "../hint.ts";
import { NameReader } from "../name-reader.ts";
import { isEmbedded } from "./embedded.ts";
import { tierDistance } from "./equivalent.ts";
import { isExact } from "./exact.ts";
import { isReordered } from "./reordered.ts";
import { isSameFamily, isSuccessor } from "./successor.ts";
import { isVariant } from "./variant.ts";

const familyTokens = new Set(["claude", "gpt"]);
const hint = (written: string): HintName => parseHint(written, { familyTokens });
const namesOf = (model: Model) => new NameReader(familyTokens).read(model);
const nameOf = (written: string) => namesOf({ id: written }).id;

test("exact is one of the model's names, or its id", () => {
  const names = namesOf({ id: "openai/gpt-4o", model: "deployment", name: "GPT 4o (EU)", aliases: ["fast"] });
  for (const written of ["gpt-4o", "openai/gpt-4o", "deployment", "gpt-4o-(eu)"]) {
    expect(isExact(hint(written), names)).toBe(true);
  }
  for (const written of ["fast", "gpt", "gpt-4o-mini", "azure/gpt-4o"]) {
    expect(isExact(hint(written), names)).toBe(false);
  }
});

test("embedded is anywhere in the name, but never splits a number", () => {
  expect(isEmbedded(hint("mini"), nameOf("gemini"))).toBe(true);
  expect(isEmbedded(hint("ude-son"), nameOf("claude-sonnet"))).toBe(true);
  expect(isEmbedded(hint("3"), nameOf("foo-13"))).toBe(false);
  expect(isEmbedded(hint("gemini"), nameOf("mini"))).toBe(false);
});

test("reordered holds every token of the hint, its host and snapshot left aside", () => {
  expect(isReordered(hint("claude-4-sonnet"), nameOf("claude-sonnet-4"))).toBe(true);
  expect(isReordered(hint("azure/claude-4-sonnet-20250514"), nameOf("claude-sonnet-4"))).toBe(true);
  expect(isReordered(hint("claude-4-sonnet"), nameOf("claude-sonnet-4.5"))).toBe(false);
  expect(isReordered(hint("claude-4-sonnet"), nameOf("sonnet-4"))).toBe(false);
});

test("a successor has every word of a hint that names a version, a date or a size", () => {
  expect(isSuccessor(hint("claude-3-sonnet"), nameOf("claude-sonnet-5"))).toBe(true);
  expect(isSuccessor(hint("llama-70b"), nameOf("llama-4"))).toBe(true);
  expect(isSuccessor(hint("claude-sonnet-20250514"), nameOf("claude-sonnet-5"))).toBe(true);
  expect(isSuccessor(hint("claude-sonnet"), nameOf("claude-sonnet-5"))).toBe(false);
  expect(isSuccessor(hint("claude-3-sonnet"), nameOf("claude-5"))).toBe(false);
  expect(isSuccessor(hint("3.5"), nameOf("claude-4"))).toBe(false);
});

test("a variant adds a tier word to what the hint names with a version", () => {
  expect(isVariant(hint("gpt-4o"), nameOf("gpt-4o-mini"))).toBe(true);
  expect(isVariant(hint("gpt-4o-mini"), nameOf("gpt-4o-mini"))).toBe(false);
  expect(isVariant(hint("gpt-4o"), nameOf("gpt-4o-audio"))).toBe(false);
  expect(isVariant(hint("gpt"), nameOf("gpt-4o-mini"))).toBe(false);
  expect(isVariant(hint("gpt-70b"), nameOf("gpt-mini"))).toBe(false);
});

/** A hint that denotes a family, a tier, or neither. */
const denoting = (family: string | undefined, tier: Tier | undefined): Hint => {
  return { ...hint("x"), index: 0, written: "x", family, tier };
};
const model = (family: string | undefined, tier: Tier | undefined) => ({ names: namesOf({ id: "a/b" }), family, tier });

test("of the same family are a hint and a model that both have one", () => {
  expect(isSameFamily(denoting("gpt", undefined), model("gpt", undefined))).toBe(true);
  expect(isSameFamily(denoting("gpt", undefined), model("claude", undefined))).toBe(false);
  expect(isSameFamily(denoting(undefined, undefined), model(undefined, undefined))).toBe(false);
});

test("tiers from nano to large are one apart each; of an unknown one nothing is said", () => {
  const tiers: Tier[] = ["nano", "small", "mid", "large"];
  const distances = tiers.map((a) => tiers.map((b) => tierDistance(denoting(undefined, a), model(undefined, b))));
  expect(distances).toEqual([
    [0, 1, 2, 3],
    [1, 0, 1, 2],
    [2, 1, 0, 1],
    [3, 2, 1, 0],
  ]);
  expect(tierDistance(denoting("gpt", undefined), model("gpt", "mid"))).toBe(undefined);
  expect(tierDistance(denoting("gpt", "mid"), model("gpt", undefined))).toBe(undefined);
});
