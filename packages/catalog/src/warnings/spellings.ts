// Only ids of the same words are compared but for one, of letters alone: another version or size is another model.
import levenshtein from "fast-levenshtein";
import { append } from "./append.ts";

/** Shorter words are names of their own: command-a and command-r. */
const SHORTEST_WORD = 4;
/** Two letters that changed places are a slip in shorter words too: gtp. */
const SHORTEST_SWAP = 3;
const LETTERS = /^\p{L}+$/u;
const GAP = "*";

/** Ids that were added, and which of them another id misspells. */
type Spellings = { add: (id: string) => void; meantBy: (id: string) => string | undefined };

/** Finds the id that another one misspells: with other marks between its words, or with a slip in one of them. */
export function indexSpellings(): Spellings {
  const vocabulary = new Set<string>();
  const same = new Map<string, string>();
  const around = new Map<string, { id: string; word: string }[]>();
  const add = (id: string): void => {
    const words = wordsOf(id);
    same.set(words.join(" "), id);
    for (const word of words) vocabulary.add(word);
    for (const [rest, word] of gapsOf(words)) append(around, rest, { id, word });
  };
  const meantBy = (id: string): string | undefined => {
    const words = wordsOf(id);
    // A word that lower layers use is no slip.
    const gaps = gapsOf(words).filter(([, word]) => !vocabulary.has(word));
    const near = gaps.flatMap(([rest, word]) => around.get(rest)?.find((other) => isOneSlip(word, other.word)) ?? []);
    return same.get(words.join(" ")) ?? near[0]?.id;
  };
  return { add, meantBy };
}

/** A text's long words of letters, each with all the rest of the text. */
function gapsOf(words: readonly string[]): [rest: string, word: string][] {
  return words.flatMap((word, index): [string, string][] =>
    word.length < SHORTEST_SWAP || !LETTERS.test(word) ? [] : [[words.with(index, GAP).join(" "), word]],
  );
}

/** One letter too many, too few or another, or two that changed places. */
function isOneSlip(word: string, other: string): boolean {
  if (isSwap(word, other)) return true;
  return Math.min(word.length, other.length) >= SHORTEST_WORD && levenshtein.get(word, other) === 1;
}

function isSwap(word: string, other: string): boolean {
  if (word.length !== other.length || word === other) return false;
  const at = word.split("").findIndex((letter, index) => letter !== other[index]);
  const swapped = `${word.slice(0, at)}${word[at + 1] ?? ""}${word[at] ?? ""}${word.slice(at + 2)}`;
  return swapped === other;
}

/** Words, numbers and slashes: what stands between them says nothing. */
function wordsOf(id: string): string[] {
  return id.toLowerCase().match(/\p{L}+|\p{Nd}+|\//gu) ?? [];
}
