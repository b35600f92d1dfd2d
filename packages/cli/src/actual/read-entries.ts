import { readLines } from "../input/lines.ts";
import type { Source } from "../input/source.ts";
import type { Problem } from "../problems/problem.ts";
import { type Entry, readEntry } from "./entry.ts";

/** The entries of a decision log, one at a time; a line that is none is told, and the rest is read. */
export async function* readEntries({ name, bytes }: Source, tell: (problem: Problem) => void): AsyncGenerator<Entry> {
  for await (const { number, text, problem } of readLines(bytes)) {
    if (text?.trim() === "") continue;
    const found = text === undefined ? problem : entryOf(text);
    if (found !== undefined && "outcome" in found) yield found;
    else tell({ ...(found ?? NO_LINE), file: name, position: { line: number, column: 1, source: "" } });
  }
}

const NO_LINE: Problem = { code: "unknown-form", message: "is no line of a decision log (modelpref-decision/1)" };

function entryOf(text: string): Entry | Problem {
  try {
    return readEntry(JSON.parse(text)) ?? NO_LINE;
  } catch {
    return { code: "syntax", message: "is no JSON; a full disk or a killed process cuts a line" };
  }
}
