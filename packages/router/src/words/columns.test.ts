import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { fitColumns, shortenTo } from "./columns.ts";

test.each([
  ["abc", 2, "ab"],
  ["漢字", 3, "漢"],
  ["漢字", 1, "漢"],
  ["", 5, ""],
])("%s in %i columns is %s", (text, columns, fitting) => {
  expect(fitColumns(text, columns)).toBe(fitting);
});

test("long texts end in dots and fit", () => {
  expect([shortenTo("anthropic", 6), shortenTo("anthropic", 9)]).toEqual(["ant...", "anthropic"]);
});

test.prop([fc.string({ unit: "binary", minLength: 1 }), fc.integer({ min: 1, max: 9 })])(
  "cut piece by piece nothing is lost, and it ends",
  (text, columns) => {
    const pieces: string[] = [];
    for (let rest = text; rest !== ""; rest = rest.slice(pieces.at(-1)?.length)) pieces.push(fitColumns(rest, columns));
    expect(pieces.join("")).toBe(text);
  },
);
