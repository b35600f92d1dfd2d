// Where a normal form holds another one literally. Splitting a number is never a find: qwen-3 is not in qwen-32b.

const LETTER = /[\p{L}\p{M}]/u;
const DIGIT = /\p{Nd}/u;

/** Whether a text holds another one, not between two digits, at a place that `accepts` agrees to. */
export function holdsLiterally(text: string, part: string, accepts: (start: number, end: number) => boolean): boolean {
  for (let start = text.indexOf(part); start !== -1; start = text.indexOf(part, start + 1)) {
    const end = start + part.length;
    if (!isBetween(text, start, DIGIT) && !isBetween(text, end, DIGIT) && accepts(start, end)) return true;
  }
  return false;
}

/** Whether a position of a normal form is the start of a token. */
export function isTokenStart(text: string, position: number): boolean {
  return position === 0 || text[position - 1] === "-";
}

/** Whether a position lies between two letters. */
export function isBetweenLetters(text: string, position: number): boolean {
  return isBetween(text, position, LETTER);
}

function isBetween(text: string, position: number, kind: RegExp): boolean {
  return kind.test(characterBefore(text, position)) && kind.test(characterAt(text, position));
}

function characterAt(text: string, position: number): string {
  const code = text.codePointAt(position);
  return code === undefined ? "" : String.fromCodePoint(code);
}

function characterBefore(text: string, position: number): string {
  const pair = characterAt(text, position - 2);
  return pair.length === 2 ? pair : (text[position - 1] ?? "");
}
