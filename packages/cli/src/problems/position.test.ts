import { expect, test } from "vitest";
import { positionAt } from "./position.ts";

test.each([
  [0, { line: 1, column: 1, source: "ab" }],
  [2, { line: 1, column: 3, source: "ab" }],
  [4, { line: 2, column: 1, source: "cd" }],
  [7, { line: 3, column: 1, source: "" }],
])("offset %i", (offset, position) => {
  expect(positionAt("ab\r\ncd\n", offset)).toEqual(position);
});
