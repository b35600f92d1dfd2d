import { cutToWidth, displayWidth } from "./width.ts";

/** Where a word too long for a line is best broken: after one of these. */
const SEAMS = /^.*[-/_.:@,]/u;

/** The first piece of a word that fits, ended at a seam where one is not too early. At least one character. */
function firstPiece(word: string, width: number): string {
  const fitting = cutToWidth(word, width) || ([...word][0] ?? "");
  const seam = SEAMS.exec(fitting)?.[0] ?? "";
  return displayWidth(seam) * 2 >= width ? seam : fitting;
}

/** An uncoloured word in pieces of at most `width` columns; one piece if it fits. */
export function breakWord(word: string, width: number): string[] {
  const pieces: string[] = [];
  let rest = word;
  while (displayWidth(rest) > width) {
    const piece = firstPiece(rest, width);
    pieces.push(piece);
    rest = rest.slice(piece.length);
  }
  return rest === "" && pieces.length > 0 ? pieces : [...pieces, rest];
}

/**
 * A text as lines of at most `width` columns, broken at spaces. The first line starts with `first`, all others with
 * `later`. Words longer than a line must be uncoloured.
 */
export function wrap(text: string, width: number, first = "", later: string = first): string[] {
  return wrapWords(text.split(" "), width, first, later);
}

/** The same for words that may hold spaces, at which they are not broken. */
export function wrapWords(words: readonly string[], width: number, first = "", later: string = first): string[] {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  const startLine = (text: string): void => {
    lines.push(line.trimEnd());
    line = later + text;
  };
  for (const word of words) {
    const joined = isEmpty ? line + word : `${line} ${word}`;
    if (displayWidth(joined) <= width) {
      line = joined;
    } else {
      const [start = "", ...others] = breakWord(word, Math.max(1, width - displayWidth(later)));
      if (isEmpty) line += start;
      else startLine(start);
      for (const piece of others) startLine(piece);
    }
    isEmpty = false;
  }
  return [...lines, line];
}
