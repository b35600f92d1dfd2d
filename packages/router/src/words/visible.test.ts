import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { visible, visibleLines } from "./visible.ts";

test.each([
  ["plain text, ünïcode and 漢字", "plain text, ünïcode and 漢字"],
  ["\u001b[31mred", "\\u001b[31mred"],
  ["a\nb\tc\r", "a\\u000ab\\u0009c\\u000d"],
  ["\u202eevil", "\\u202eevil"],
  ["\u009b31m", "\\u009b31m"],
  ["\ud800", "\\ud800"],
  ["\u{e0041}", "\\u{e0041}"],
  ["a\u{e0101}\u3164b", "a\\u{e0101}\\u3164b"],
  ["e\u0301\u0301\u0301\u0301\u0301", "e\u0301\u0301\u0301\u0301\\u0301"],
])("%j is shown as %s", (text, shown) => {
  expect(visible(text)).toBe(shown);
});

test.prop([fc.string({ unit: "binary" })])("nothing that steers a terminal or hides itself is left", (text) => {
  expect(visible(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]/u);
});

test("line ends may be kept", () => {
  expect(visibleLines("a\n\u001bb")).toBe("a\n\\u001bb");
});
