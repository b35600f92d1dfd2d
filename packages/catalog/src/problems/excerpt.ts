/** A source line, cut to what fits a terminal. */
export type Excerpt = {
  text: string;
  /** Where in `text` the place begins, from 0. */
  start: number;
  /** How much of `text` the place takes; at least 1, and beyond the end where something is missing there. */
  length: number;
};

/** Columns of a source line that are shown. */
const WIDTH = 76;
/** Columns kept before the place when a line is too long. */
const BEFORE = 32;
const CUT = "…";

/** Cuts a line round the part from `start` to `end`, both from 0. */
export function cutExcerpt(line: string, start: number, end: number): Excerpt {
  const from = line.length <= WIDTH ? 0 : Math.max(0, Math.min(start - BEFORE, line.length - WIDTH));
  const to = Math.min(line.length, from + WIDTH);
  const head = from > 0 ? CUT + line.slice(from + 1, to) : line.slice(from, to);
  const text = to < line.length ? head.slice(0, -1) + CUT : head;
  return { text, start: start - from, length: Math.max(1, Math.min(end, to) - start) };
}
