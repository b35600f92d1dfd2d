// Design section 5, on normal forms: literal containment that splits no number, and the versions of a name.

const isDigit = (character: string | undefined): boolean => character !== undefined && /^\p{Nd}$/u.test(character);

/** Whether a normal form holds another one without splitting a number at either end. */
export function contains(text: string, part: string): boolean {
  const starts = Array.from({ length: text.length }, (_, start) => start).filter((start) =>
    text.startsWith(part, start),
  );
  const splits = (at: number): boolean => isDigit(text[at - 1]) && isDigit(text[at]);
  return starts.some((start) => !splits(start) && !splits(start + part.length));
}

/** The versions of a normal form: numbers, with one letter perhaps, that are neither dates nor sizes. */
export function versionsOf(normal: string): string[] {
  const withoutDates = normal.replaceAll(/\b20\d\d(?:-?\d\d){2}\b/g, "date");
  return withoutDates.split("-").filter((token) => /^\d+(?:\.\d+)*o?$/.test(token));
}
