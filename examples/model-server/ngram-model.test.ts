import { expect, test } from "vitest";
import { generate } from "./generate.ts";
import { trainModels } from "./models.ts";
import { END, NgramModel } from "./ngram-model.ts";
import { seededChance } from "./sample.ts";
import { tokensOf } from "./tokens.ts";

const PARAGRAPHS = ["The sea is wide. The sea is deep.", "The road is long."];
const wish = { maxTokens: 12, temperature: 0, stop: [], chance: seededChance("", 0) };

test("a model has counted what followed what", () => {
  const pairs = new NgramModel(2, PARAGRAPHS);
  expect([...pairs.followers(["the"])]).toEqual([
    ["sea", 2],
    ["road", 1],
  ]);
  expect([...pairs.followers(["long"]), ...pairs.followers(["long", "."])]).toEqual([
    [".", 1],
    ["The", 3],
    [END, 2],
  ]);
});

test("a context that was never met is cut at its front until it was", () => {
  const triples = new NgramModel(3, PARAGRAPHS);
  expect([...triples.followers(["sea", "is"]).keys()]).toEqual(["wide", "deep"]);
  expect([...triples.followers(["rain", "is"]).keys()]).toEqual(["wide", "deep", "long"]);
  expect(triples.followers(["rain"]).size).toBeGreaterThan(5);
});

test("a text goes on from its last known words, in pairs that were read", () => {
  const pairs = new NgramModel(2, PARAGRAPHS);
  expect(generate(pairs, "Tell me about the road", { ...wish, maxTokens: 2 }).text).toBe("is wide");
  const read = new Set(PARAGRAPHS.flatMap((text) => pairsOf([".", ...tokensOf(text)])));
  for (let seed = 0; seed < 50; seed++) {
    const { text } = generate(pairs, "Hello", { ...wish, temperature: 1, chance: seededChance("Hello", seed) });
    expect(pairsOf(tokensOf(text)).filter((pair) => !read.has(pair))).toEqual([]);
  }
});

test("single words heed no context, and an answer begins with a word", () => {
  const [single] = trainModels().values();
  if (single === undefined) return expect.fail("no models");
  for (let seed = 0; seed < 50; seed++) {
    const { text } = generate(single, "Hello", { ...wish, temperature: 1, chance: seededChance("", seed) });
    expect(text).toMatch(/^\p{L}/u);
  }
});

function pairsOf(tokens: readonly string[]): string[] {
  return tokens.slice(1).map((token, index) => `${tokens[index]} ${token}`.toLowerCase());
}
