/** A line that stands for any lines, so that a document may show a part of a long answer. */
const CUT = "…";

/**
 * Whether a document's transcript is what a command printed. White space at the ends of lines and of the whole
 * does not count; a line `…` stands for any number of lines.
 */
export function isFresh(transcript: string, printed: string): boolean {
  const parts = linesOf(transcript)
    .join("\n")
    .split(new RegExp(`^ *${CUT}$`, "m"))
    .map((part) => part.replace(/^\n|\n$/g, ""));
  const actual = linesOf(printed).join("\n");
  const [first = "", ...rest] = parts;
  if (rest.length === 0) return first === actual;
  const last = rest.at(-1) ?? "";
  return actual.startsWith(first) && actual.endsWith(last) && inOrder(parts, actual);
}

function inOrder(parts: readonly string[], text: string): boolean {
  let from = 0;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    if (at === -1) return false;
    from = at + part.length;
  }
  return true;
}

function linesOf(text: string): string[] {
  return text
    .trim()
    .split(/\r?\n/)
    .map((line) => line.trimEnd());
}

/** Whether a transcript in JSON is the value that was printed; the formatter may have laid it out anew. */
export function isSameJson(transcript: string, printed: string): boolean {
  try {
    return JSON.stringify(JSON.parse(transcript)) === JSON.stringify(JSON.parse(printed));
  } catch {
    return false;
  }
}
