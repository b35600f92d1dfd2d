import { styleText } from "node:util";

/** The styles the views use. */
export type Style = Parameters<typeof styleText>[0];

/** What a view must know of the place its text goes to. */
export type Screen = {
  /** Columns of a line, at least 20. */
  columns: number;
  /** Whether the locale is UTF-8, so that bars may be made of block characters. */
  unicode: boolean;
  /** Whether `paint` colours. */
  colors: boolean;
  /** The text in a style, or as it is where colours are off. */
  paint(style: Style, text: string): string;
};

/** Narrower than this nothing can be laid out; such terminals get lines they must break themselves. */
const NARROWEST = 20;

/** A screen of a width, with or without colours. Whether colours fit is the caller's decision, not Node's. */
export function createScreen(options: { columns: number; unicode: boolean; colors: boolean }): Screen {
  return {
    columns: Math.max(NARROWEST, options.columns),
    unicode: options.unicode,
    colors: options.colors,
    paint: (style, text) => (options.colors && text !== "" ? styleText(style, text, { validateStream: false }) : text),
  };
}
