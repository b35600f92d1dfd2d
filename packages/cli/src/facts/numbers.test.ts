import { expect, test } from "vitest";
import { difference, dollars, seconds, windowSize } from "./numbers.ts";

test.each([
  [0, "$0"],
  [0.008, "$0.008"],
  [0.0013749, "$0.00137"],
  [12.345, "$12.3"],
  [0.00000042, "$4.2e-7"],
])("%f USD is %s", (value, text) => {
  expect(dollars(value)).toBe(text);
});

test.each([
  [0.456, "0.46 s"],
  [7.75, "7.8 s"],
  [3, "3 s"],
  [12.6, "13 s"],
])("%f seconds are %s", (value, text) => {
  expect(seconds(value)).toBe(text);
});

test.each([
  [8000, "8000"],
  [32768, "32.8k"],
  [200000, "200k"],
  [1048576, "1.05M"],
])("a window of %i is %s", (value, text) => {
  expect(windowSize(value)).toBe(text);
});

test("a difference has its sign", () => {
  expect([difference(0.5), difference(-0.5), difference(0)]).toEqual(["+0.5000", "-0.5000", "0.0000"]);
});
