import type { ListProblem, ListText } from "@modelpref/catalog/import";
import type { Problem } from "../problems/problem.ts";

/** Longer texts are not searched for places: that would take longer than reading them. */
const LONGEST_LOCATED = 4_000_000;

/** A problem of a list as one of the command: a syntax error with its place. */
export async function explainListProblem(
  { code, file, message }: ListProblem,
  texts: readonly ListText[],
): Promise<Problem> {
  const text = texts.find((one) => one.file === file)?.text ?? "";
  if (code === "syntax" && text.length <= LONGEST_LOCATED) {
    const { locateSyntaxError } = await import("../input/locate-json.ts");
    const located = locateSyntaxError(text);
    if (located !== undefined) return { ...located, file };
  }
  return { code: code === "syntax" || code === "too-large" ? code : "list", file, message };
}
