/** Deeper than any list, and far from what the parser of V8 could mind. */
const DEEPEST = 64;
/** More maps, lists and values than any list has; each takes memory that the length of the text does not show. */
const MOST_VALUES = 4_000_000;

/** What keeps a text from being read as JSON. */
export type JsonFault = { code: "syntax" | "too-deep" | "too-many"; message: string };

/** Parses JSON of at most 64 levels and four million values. */
export function parseJson(text: string): { value: unknown; fault?: undefined } | { fault: JsonFault } {
  const fault = measure(text);
  if (fault !== undefined) return { fault };
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return {
      fault: { code: "syntax", message: `not JSON: ${error instanceof Error ? error.message : String(error)}` },
    };
  }
}

const OPENING = /["[\]{},]/g;
const STRING_END = /["\\]/g;

/** Counts levels and values without building them. What is no JSON is the parser's to refuse. */
function measure(text: string): JsonFault | undefined {
  let depth = 0;
  let values = 0;
  OPENING.lastIndex = 0;
  for (let found = OPENING.exec(text); found !== null; found = OPENING.exec(text)) {
    const sign = found[0];
    if (sign === '"') OPENING.lastIndex = endOfString(text, OPENING.lastIndex);
    else if (sign === "]" || sign === "}") depth -= 1;
    else values += 1;
    if (sign === "[" || sign === "{") depth += 1;
    if (depth > DEEPEST)
      return { code: "too-deep", message: `nested deeper than ${DEEPEST} levels; no list needs that` };
    if (values > MOST_VALUES)
      return { code: "too-many", message: `more than ${MOST_VALUES} values; no list needs that` };
  }
  return undefined;
}

function endOfString(text: string, from: number): number {
  STRING_END.lastIndex = from;
  for (let found = STRING_END.exec(text); found !== null; found = STRING_END.exec(text)) {
    if (found[0] === '"') return STRING_END.lastIndex;
    STRING_END.lastIndex += 1;
  }
  return text.length;
}
