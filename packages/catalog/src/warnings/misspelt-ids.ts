// A slip in the id of an entry that means a model of a lower layer makes a new model, without a word. Only ids of the
// same words are compared but for one, of letters alone: another version or size is another model.
import levenshtein from "fast-levenshtein";
import type { Part } from "../layers/part.ts";
import type { Place } from "../layers/tree.ts";
import { isWritten, type Written, writtenList } from "../layers/written.ts";
import { append } from "./append.ts";
import { type Look, warn } from "./survey.ts";

/** Shorter words are names of their own: command-a and command-r. */
const SHORTEST_WORD = 4;
/** Two letters that changed places are a slip in shorter words too: gtp. */
const SHORTEST_SWAP = 3;
/** A model that states more facts than this is one that its author describes, not one that is changed. */
const MOST_FACTS = 3;
/** The keys of a model that say which one is meant, and not what it is. */
const NO_FACTS: ReadonlySet<string> = new Set(["id", "sources", "aliases"]);
const GAP = "*";

/** No entry of a file that changes little is new to the layers below only because its id is misspelt. */
export const findMisspeltIds: Look = ({ whole, isOwn }) => {
  const below = new Map<string, Place>();
  return whole.layers.flat().flatMap((part) => {
    const entries = entriesOf(part);
    const strange =
      isOwn(part) && below.size > 0 ? entries.filter(({ written, id }) => !below.has(id) && isSlight(written)) : [];
    const meant = strange.length === 0 ? () => undefined : indexWords([...below.keys()]);
    const found = strange.flatMap(({ id, place }) => {
      const other = meant(id);
      // What differs in case alone is told as such.
      if (other === undefined || other.toLowerCase() === id.toLowerCase()) return [];
      const message = `${id} is a new model, for no layer below has it; did you mean ${other}?`;
      return [warn("misspelt-id", id, place, message)];
    });
    for (const { id, place } of entries) below.set(id, place);
    return found;
  });
};

type Entry = { id: string; written: Written; place: Place };

function entriesOf(part: Part): Entry[] {
  return writtenList(part.written["models"]).flatMap((written, index): Entry[] => {
    const id = isWritten(written) ? written["id"] : undefined;
    const place = { part, path: ["models", index, "id"] };
    return isWritten(written) && typeof id === "string" ? [{ id, written, place }] : [];
  });
}

function isSlight(model: Written): boolean {
  const facts = Object.keys(model).filter((key) => !NO_FACTS.has(key));
  return facts.length <= MOST_FACTS && !facts.includes("base_model");
}

/** Finds the id that another one misspells: with other marks between its words, or with a slip in one of them. */
function indexWords(ids: readonly string[]): (id: string) => string | undefined {
  const vocabulary = new Set(ids.flatMap(wordsOf));
  const same = new Map(ids.map((id) => [wordsOf(id).join(" "), id]));
  const around = new Map<string, { id: string; word: string }[]>();
  for (const id of ids) for (const [key, word] of gapsOf(wordsOf(id))) append(around, key, { id, word });
  const isSlipOf = (word: string, other: string): boolean => !vocabulary.has(word) && isOneSlip(word, other);
  return (id) => {
    const words = wordsOf(id);
    const slips = gapsOf(words).flatMap(([key, word]) =>
      (around.get(key) ?? []).filter((other) => isSlipOf(word, other.word)),
    );
    return same.get(words.join(" ")) ?? slips[0]?.id;
  };
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

const LETTERS = /^\p{L}+$/u;

/** Words, numbers and slashes: what stands between them says nothing. */
function wordsOf(id: string): string[] {
  return id.toLowerCase().match(/\p{L}+|\p{Nd}+|\//gu) ?? [];
}
