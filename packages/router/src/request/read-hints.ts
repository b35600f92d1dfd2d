// Design section 5: read are the first 16 usable distinct hints among the first 1,024 entries; usable is a text of at most
// 128 characters with a letter or digit; what is longer, or nothing but symbols, is told. A hint keeps its place in the list.
import type { Warning } from "../explain/explanation.ts";
import { foldCharacters } from "../names/normalise.ts";
import { isRecord } from "./is-record.ts";
import type { ModelHint } from "./request.ts";

const MOST_HINTS = 16;
const MOST_ENTRIES = 1024;
const MOST_CHARACTERS = 128;
const LETTER_OR_DIGIT = /[\p{L}\p{Nd}]/u;

/** A usable hint: its text and its place in the list. */
export type WrittenHint = { index: number; written: string };

/** The hints that count, and the list as it was understood (entries that say nothing are empty). */
export type ReadHints = { hints: WrittenHint[]; understood: ModelHint[] };

/** Reads `modelPreferences.hints`; what is not a list of objects with names is no hints. */
export function readHints(list: unknown, warnings: Warning[]): ReadHints {
  if (list === undefined || list === null) return { hints: [], understood: [] };
  if (!Array.isArray(list)) {
    warnings.push({ code: "unreadable", message: "hints: expected a list of objects with a name; read as no hints" });
    return { hints: [], understood: [] };
  }
  const names = list.slice(0, MOST_ENTRIES).map((entry, index) => readName(entry, index, warnings));
  const distinct = distinctHints(names);
  const end = distinct[MOST_HINTS]?.index ?? names.length;
  if (end < list.length) {
    const message = `hints: at most ${MOST_HINTS} hints among ${MOST_ENTRIES} entries are read; those from hints[${end}] on are cut off`;
    warnings.push({ code: "hints-cut", message });
  }
  return {
    hints: distinct.slice(0, MOST_HINTS),
    understood: names.slice(0, end).map((name) => (name === undefined ? {} : { name })),
  };
}

/** The first of each that is written the same; `x:free` and `x-free` are not: a suffix is told from a name by its mark. */
function distinctHints(names: readonly (string | undefined)[]): WrittenHint[] {
  const seen = new Set<string>();
  return names.flatMap((written, index) => {
    const folded = foldCharacters(written ?? "");
    if (written === undefined || seen.has(folded)) return [];
    seen.add(folded);
    return [{ index, written }];
  });
}

function readName(entry: unknown, index: number, warnings: Warning[]): string | undefined {
  const name = isRecord(entry) ? entry["name"] : undefined;
  if (typeof name !== "string") {
    if (!isRecord(entry) || (name !== undefined && name !== null)) {
      warnings.push({ code: "unreadable", message: `hints[${index}]: expected an object with a name; passed over` });
    }
    return undefined;
  }
  if (name.length > MOST_CHARACTERS) {
    const message = `hints[${index}]: expected at most ${MOST_CHARACTERS} characters, received ${name.length}; passed over`;
    warnings.push({ code: "hint-too-long", message });
    return undefined;
  }
  if (LETTER_OR_DIGIT.test(name.normalize("NFKC"))) return name;
  if (foldCharacters(name) !== "") {
    const message = `hints[${index}]: expected a letter or a digit in ${JSON.stringify(name)}; passed over`;
    warnings.push({ code: "unreadable", message });
  }
  return undefined;
}
