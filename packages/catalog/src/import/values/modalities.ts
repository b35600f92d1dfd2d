import { writtenList } from "../../layers/written.ts";
import type { Place } from "../row.ts";
import type { RowValues } from "./row-values.ts";

/** The catalog's words in its order, and the words of lists for them. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ["text", "text"],
  ["image", "image"],
  ["pdf", "pdf"],
  ["file", "pdf"],
  ["audio", "audio"],
  ["video", "video"],
]);

/** The kinds of input or output that a list states; undefined where it states none. Words unknown here are left out. */
export function readModalities(value: unknown, place: Place, values: RowValues): string[] | undefined {
  const words = writtenList(value).map((word, index) => {
    const known = typeof word === "string" ? WORDS.get(word.toLowerCase()) : undefined;
    return known ?? values.leaveOut("unknown-word", [...place, index]);
  });
  const known = new Set(words);
  const inOrder = [...new Set(WORDS.values())].filter((word) => known.has(word));
  return inOrder.length > 0 ? inOrder : undefined;
}
