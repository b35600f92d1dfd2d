// A slip in the id of an entry that means a model of a lower layer makes a new model, without a word.
import type { Part } from "../layers/part.ts";
import type { Place } from "../layers/tree.ts";
import { isWritten, type Written, writtenList } from "../layers/written.ts";
import { indexSpellings } from "./spellings.ts";
import { type Look, warn } from "./survey.ts";
import type { CatalogWarning } from "./warning.ts";

/** A model that states more facts than this is one that its author describes, not one that is changed. */
const MOST_FACTS = 3;
/** The keys of a model that say which one is meant, and not what it is. */
const NO_FACTS: ReadonlySet<string> = new Set(["id", "sources", "aliases"]);

/** No entry of a file that changes little is new to the layers below only because its id is misspelt. */
export const findMisspeltIds: Look = ({ whole, isOwn }) => {
  const below = new Set<string>();
  const unindexed: string[] = [];
  const { add, meantBy } = indexSpellings();
  return whole.layers.flat().flatMap((part) => {
    const entries = entriesOf(part);
    const isStrange = ({ id, written }: Entry): boolean => !below.has(id) && isSlight(written);
    const strange = isOwn(part) && below.size > 0 ? entries.filter(isStrange) : [];
    // Only where somebody asks.
    if (strange.length > 0) for (const id of unindexed.splice(0)) add(id);
    for (const { id } of entries.filter(({ id }) => !below.has(id))) unindexed.push(id);
    for (const { id } of entries) below.add(id);
    return strange.flatMap(({ id, place }) => judge(id, meantBy(id), place));
  });
};

function judge(id: string, meant: string | undefined, place: Place): CatalogWarning[] {
  // What differs in case alone is told as such.
  if (meant === undefined || meant.toLowerCase() === id.toLowerCase()) return [];
  const message = `${id} is a new model, for no layer below has it; did you mean ${meant}?`;
  return [warn("misspelt-id", id, place, message)];
}

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
