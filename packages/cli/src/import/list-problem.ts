import type { ImportSource, ListProblem, ListText } from "@modelpref/catalog/import";
import { STDIN_NAME } from "../input/source.ts";
import { recognise } from "../kinds/recognise.ts";
import { findWrongKind } from "../kinds/wrong-kind.ts";
import type { Problem } from "../problems/problem.ts";

/** Longer texts are not searched for places: that would take longer than reading them. */
const LONGEST_LOCATED = 4_000_000;

/** A problem of a list as one of the command: what the file is instead, where that is plain, or a syntax error with its place. */
export async function explainListProblem(
  { code, file, message }: ListProblem,
  source: ImportSource,
  texts: readonly ListText[],
): Promise<Problem> {
  const text = texts.find((one) => one.file === file)?.text ?? "";
  const other = code === "too-large" ? undefined : findOtherKind(text, file, source);
  if (other !== undefined) return other;
  if (code === "syntax" && text.length <= LONGEST_LOCATED) {
    const { locateSyntaxError } = await import("../input/locate-json.ts");
    const located = locateSyntaxError(text);
    if (located !== undefined) return { ...located, file };
  }
  return { code: code === "syntax" || code === "too-large" ? code : "list", file, message };
}

function findOtherKind(text: string, file: string, source: ImportSource): Problem | undefined {
  const found = findWrongKind(text, file, source);
  if (found === undefined || recognise(text) !== "catalog") return found;
  const name = file === STDIN_NAME ? "FILE" : file;
  return { ...found, remedy: `a list is merged into it with route-explain import ${source} LIST --merge ${name}` };
}
