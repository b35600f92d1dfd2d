import { expect, test } from "vitest";
import { isFresh, isSameJson } from "./transcript.ts";

const printed = "one  \ntwo\nthree\nfour\n\n";

test.each([
  ["the whole", "one\ntwo\nthree\nfour"],
  ["a cut middle", "one\n…\nfour"],
  ["a cut end", "one\ntwo\n…"],
  ["a cut beginning", "…\nfour"],
  ["two cuts", "one\n…\nthree\n…\nfour"],
  ["an indented cut", "one\n  …\nfour"],
])("fresh: %s", (_, transcript) => expect(isFresh(transcript, printed)).toBe(true));

test.each([
  ["a line missing", "one\ntwo\nfour"],
  ["a line changed", "one\ntwo\nthree\nfive"],
  ["another beginning", "zero\n…\nfour"],
  ["another end", "one\n…\nthree"],
  ["another order", "one\n…\nthree\n…\ntwo\n…\nfour"],
  ["nothing", ""],
])("stale: %s", (_, transcript) => expect(isFresh(transcript, printed)).toBe(false));

test("JSON is compared by value", () => {
  expect(isSameJson('{ "a": [1, 2] }', '{"a":[\n1,\n2]}\n')).toBe(true);
  expect(isSameJson('{ "a": [1] }', '{"a":[2]}')).toBe(false);
  expect(isSameJson("{}", "not JSON")).toBe(false);
});
