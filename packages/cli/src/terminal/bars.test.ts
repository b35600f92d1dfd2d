import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { type BarPart, barGlyph, stackedBar } from "./bars.ts";
import { createScreen } from "./screen.ts";
import { displayWidth } from "./width.ts";

const parts = (...lengths: number[]): BarPart[] =>
  (["yellow", "cyan", "magenta"] as const).map((color, index) => ({ color, length: lengths[index] ?? 0 }));
const place = (unicode: boolean, colors: boolean) => createScreen({ columns: 80, unicode, colors });

test("without colours each part has its own glyph, ASCII where the locale is not UTF-8", () => {
  expect(stackedBar(parts(0.25, 0.5, 0.25), 8, place(true, false))).toBe("██▒▒▒▒░░");
  expect(stackedBar(parts(0.25, 0.5, 0.25), 8, place(false, false))).toBe("##====--");
});

test("borders are rounded from the left, so that the sum stays right", () => {
  expect(stackedBar(parts(0.06, 0.06, 0.88), 8, place(false, false))).toBe("=-------");
});

test("with colours borders are exact to an eighth of a column", () => {
  expect(stackedBar(parts(0.5, 0.5), 1, place(true, true))).toBe("\u001b[33m\u001b[46m▌\u001b[49m\u001b[39m");
  expect(stackedBar(parts(0.125), 1, place(true, true))).toBe("\u001b[33m▏\u001b[39m");
});

const length = fc.double({ min: 0, max: 0.34, noNaN: true });

test.prop([length, length, length, fc.integer({ min: 1, max: 60 }), fc.boolean(), fc.boolean()])(
  "a bar is as long as its sum, whatever draws it",
  (a, b, c, width, unicode, colors) => {
    const bar = stackedBar(parts(a, b, c), width, place(unicode, colors));
    expect(Math.abs(displayWidth(bar) - Math.min(1, a + b + c) * width)).toBeLessThanOrEqual(1);
  },
);

test("the legend shows the glyph of the bar", () => {
  expect(barGlyph(1, "cyan", place(true, false))).toBe("▒");
  expect(barGlyph(1, "cyan", place(true, true))).toBe("\u001b[36m█\u001b[39m");
});
