import type { Screen } from "./screen.ts";

/** One part of a stacked bar. `length` is its share of the full bar, 0..1. */
export type BarPart = { length: number; color: "yellow" | "cyan" | "magenta" };

const BACKGROUNDS = { yellow: "bgYellow", cyan: "bgCyan", magenta: "bgMagenta" } as const;

/** A cell filled to 0, 1, 2 … 8 eighths. */
const EIGHTHS = [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"] as const;

/** What the parts are drawn with where there is no colour to tell them apart, in the order of the parts. */
const SHADES = ["█", "▒", "░"] as const;
const LETTERS = ["#", "=", "-"] as const;

/**
 * A stacked bar of `width` columns, without spaces after it. With colours the borders are exact to an eighth of a
 * column; without, each part has its own glyph and borders are rounded to columns, so that the sum stays right.
 */
export function stackedBar(parts: readonly BarPart[], width: number, screen: Screen): string {
  return screen.colors && screen.unicode ? smoothBar(parts, width, screen) : glyphBar(parts, width, screen);
}

/** What stands for a part in a bar: for the legend. */
export function barGlyph(part: number, color: BarPart["color"], screen: Screen): string {
  if (screen.colors && screen.unicode) return screen.paint(color, "█");
  return screen.paint(color, (screen.unicode ? SHADES : LETTERS)[part] ?? "?");
}

/** The ends of the parts, in `steps` of the full bar, rounded: a border never moves by what stands after it. */
function ends(parts: readonly BarPart[], steps: number): number[] {
  let sum = 0;
  return parts.map((part) => {
    sum += Math.max(0, part.length);
    return Math.min(steps, Math.round(sum * steps));
  });
}

function glyphBar(parts: readonly BarPart[], width: number, screen: Screen): string {
  let start = 0;
  return ends(parts, width)
    .map((end, index) => {
      const glyph = (screen.unicode ? SHADES : LETTERS)[index] ?? "?";
      const drawn = screen.paint(parts[index]?.color ?? "cyan", glyph.repeat(end - start));
      start = end;
      return drawn;
    })
    .join("");
}

function smoothBar(parts: readonly BarPart[], width: number, screen: Screen): string {
  const borders = ends(parts, width * 8);
  const cells = Math.ceil((borders.at(-1) ?? 0) / 8);
  const colorAt = (eighth: number): BarPart["color"] | undefined =>
    parts[borders.findIndex((border) => eighth < border)]?.color;
  let bar = "";
  for (let cell = 0; cell < cells; cell++) {
    const left = colorAt(cell * 8) ?? "cyan";
    const right = colorAt(cell * 8 + 7);
    const filled = borders.find((border) => border > cell * 8) ?? 0;
    const glyph = EIGHTHS[left === right ? 8 : Math.min(8, filled - cell * 8)] ?? " ";
    bar += screen.paint(right === undefined || left === right ? left : [left, BACKGROUNDS[right]], glyph);
  }
  return bar;
}
