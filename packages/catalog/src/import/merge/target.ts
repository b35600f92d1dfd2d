import type { Part } from "../../layers/part.ts";
import type { Whole } from "../../layers/whole.ts";
import { isWritten, type Written, writtenList } from "../../layers/written.ts";

/** What is merged into: a file, and what all layers say together, the file on top. */
export type Target = { part: Part; whole: Whole };

/** The entries of a file. */
export function entriesOf({ written }: Part): Written[] {
  return writtenList(written["models"]).filter(isWritten);
}
