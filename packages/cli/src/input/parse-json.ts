import type { Problem } from "../problems/problem.ts";

/** Longer texts are not searched for places: that would take longer than reading them. */
const LONGEST_LOCATED = 4_000_000;

/** A parsed document, or the problem that makes it none. */
export type ParsedJson = { value: unknown; problem?: never } | { problem: Problem };

/** Parses JSON. A syntax error becomes a problem with its place. */
export async function parseJson(text: string, file: string): Promise<ParsedJson> {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const { locateSyntaxError } = await import("./locate-json.ts");
    const located = text.length > LONGEST_LOCATED ? undefined : locateSyntaxError(text);
    const message = `not JSON: ${error instanceof Error ? error.message : String(error)}`;
    return { problem: located ? { ...located, file } : { code: "syntax", file, message } };
  }
}

/** Problems beyond this many are not searched for. */
const MOST_LOCATED = 100;

/** Adds the file and, as far as they can be told, the places to what was found in a document; in reading order. */
export async function placeProblems(problems: readonly Problem[], text: string, file: string): Promise<Problem[]> {
  if (problems.length === 0 || text.length > LONGEST_LOCATED) return problems.map((problem) => ({ ...problem, file }));
  const { locateProblems } = await import("./locate-json.ts");
  const positions = locateProblems(text, problems.slice(0, MOST_LOCATED));
  return problems
    .map((problem, index): Problem => {
      const position = positions[index];
      return position === undefined ? { ...problem, file } : { ...problem, file, position };
    })
    .sort(inReadingOrder);
}

function inReadingOrder({ position: a }: Problem, { position: b }: Problem): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return a.line - b.line || a.column - b.column;
}
