import { expect, test } from "vitest";
import { CHARACTERS_READ, textTokens } from "./text-tokens.ts";

const sentence = "The quick brown fox jumps over the lazy dog. ";

test("a sentence has about a token a word", () => {
  expect(textTokens([sentence])).toBe(10);
  expect(textTokens([])).toBe(0);
  expect(textTokens(["", "   "])).toBe(0);
});

test("a long text is extrapolated from its beginning", () => {
  const tenfold = sentence.repeat((CHARACTERS_READ * 10) / sentence.length);
  expect(textTokens([tenfold])).toBeGreaterThan((10 / 45) * tenfold.length);
  expect(textTokens([tenfold])).toBeLessThan(0.26 * tenfold.length);
});

test("a dense text is extrapolated at its own rate", () => {
  const characters = CHARACTERS_READ * 4;
  expect(textTokens(["漢".repeat(characters)]) / characters).toBeCloseTo(1 / 1.2, 5);
});

test("a blank beginning does not hide what follows", () => {
  const hidden = " ".repeat(CHARACTERS_READ) + sentence.repeat(10_000);
  expect(textTokens([hidden])).toBeGreaterThan(100_000);
  expect(textTokens([" ".repeat(CHARACTERS_READ), sentence.repeat(10_000)])).toBeGreaterThan(100_000);
});

test("another text at the end never lowers the estimate, read or not", () => {
  const texts = [sentence.repeat(5_000), "漢字".repeat(150_000), " ".repeat(400_000), "a.".repeat(200_000)];
  const estimates = texts.map((_, index) => textTokens(texts.slice(0, index + 1)));
  expect(estimates).toEqual(estimates.toSorted((a, b) => a - b));
});

test.each([
  ["surrogates without a partner", "\ud800\udc00\udc00\ud800"],
  ["emoji", "😀"],
  ["accents", "ü\u0301"],
  ["zero bytes", "\0"],
])("ten million characters of %s are estimated", (_, unit) => {
  const text = unit.repeat(Math.ceil(10_000_000 / unit.length));
  expect(textTokens([text])).toBeGreaterThan(1_000_000);
});
