import type { PreparedCatalog } from "../catalog/prepared-catalog.ts";
import { readHints } from "../request/read-hints.ts";
import { bytesOfHeads, findHeads, type GroupHeads } from "./group-heads.ts";
import { HintIndex } from "./hint-classes.ts";
import type { View } from "./view.ts";

const NOTHING: GroupHeads = [undefined, undefined, undefined];

/** What each hint leads to in each view, found once and remembered with the view. */
export class HeadIndex {
  readonly hints: HintIndex;

  constructor(catalog: PreparedCatalog) {
    this.hints = new HintIndex(catalog);
  }

  /** The heads of anything that was written as a hint; an unusable one leads to nothing. */
  headsOf(view: View, written: string): GroupHeads {
    const known = view.heads.get(written);
    if (known !== undefined) return known;
    const isUsable = readHints([{ name: written }], []).hints.length > 0;
    const heads = isUsable ? findHeads(view, this.hints.classesOf(written, view.policy.matching)) : NOTHING;
    view.heads.set(written, heads, bytesOfHeads(heads) + 2 * written.length);
    return heads;
  }
}
