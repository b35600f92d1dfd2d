import { expect, test } from "vitest";
import { changeText } from "./change-text.ts";

test.each([
  [0.3, 0.62, "0.62 or more"],
  [0.3, 0.1, "0.1 or less"],
  [0.3, 1, "1"],
  [0.3, 0, "0"],
])("%f -> %f", (from, to, text) => {
  expect(changeText({ criterion: "cost", from, to, pick: "a/b" })).toBe(text);
});
