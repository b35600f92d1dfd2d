import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { parseCsv } from "./parse-csv.ts";

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

test.prop([fc.array(fc.array(fc.string({ minLength: 1 }), { minLength: 1 })), fc.constantFrom("\n", "\r\n", "\r")])(
  "quoted cells come back, whatever they hold",
  (rows, end) => {
    expect(parseCsv(rows.map((row) => row.map(quoted).join(",") + end).join(""))).toEqual(rows);
  },
);

test("plain cells, empty ones, empty lines, no end of the last line", () => {
  expect(parseCsv("a, b ,c\n\n,,\nd,,\n\ne,f,g")).toEqual([
    ["a", "b", "c"],
    ["d", "", ""],
    ["e", "f", "g"],
  ]);
});

test.each(['"open', '"a"b,c', 'a"b"'])("%j is no CSV", (text) => {
  expect(parseCsv(text)).toBeUndefined();
});

test.prop([fc.string({ unit: "binary" })])("any text is read or refused", (text) => {
  expect(() => parseCsv(text)).not.toThrow();
});
