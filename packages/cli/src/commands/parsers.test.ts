import { expect, test } from "vitest";
import { toNumber } from "./parsers.ts";

test.for<[string, number]>([
  ["0.5", 0.5],
  [" .5 ", 0.5],
  ["1e3", 1000],
  ["-2", -2],
])("%j is %d", ([text, number]) => {
  expect(toNumber(text)).toBe(number);
});

test.for<[string, string]>([
  ["0,5", "Expected a number; use a point: 0.5."],
  [",5", "Expected a number; use a point: 0.5."],
  ["-,5", "Expected a number; use a point: -0.5."],
  ["0,500", "Expected a number; use a point: 0.500."],
  ["1,000", "Expected a number without commas: 1000, or use a point: 1.000."],
  ["1,000,000", "Expected a number without commas: 1000000."],
  ["1,2,3", "Expected a number."],
  ["", "Expected a number."],
  ["much", "Expected a number."],
])("%j is none: %s", ([text, message]) => {
  expect(() => toNumber(text)).toThrow(message);
});
