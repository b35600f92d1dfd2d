import { expect, test } from "vitest";
import { cutToWidth, displayWidth, pad, shorten } from "./width.ts";

test.each([
  ["abc", 3],
  ["\u001b[1mabc\u001b[22m", 3],
  ["漢字", 4],
  ["e\u0301", 1],
  ["한글 ok", 7],
])("%j takes %i columns", (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

test("a wide character is never cut in half", () => {
  expect(cutToWidth("漢字", 3)).toBe("漢");
});

test("long texts end in dots and fit", () => {
  expect(shorten("anthropic", 6)).toBe("ant...");
  expect(shorten("anthropic", 9)).toBe("anthropic");
});

test("padding counts columns, not characters", () => {
  expect(pad("漢", 4)).toBe("漢  ");
  expect(pad("\u001b[1ma\u001b[22m", 3, "right")).toBe("  \u001b[1ma\u001b[22m");
});
