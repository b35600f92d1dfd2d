import type { Matching } from "../catalog/policy.ts";
import type { PreparedCatalog } from "../catalog/prepared-catalog.ts";
import type { Matcher } from "../names/find-match.ts";
import { classOrder, MATCH_CLASSES } from "../names/match-classes.ts";
import { matchHint } from "../names/match-hint.ts";
import { readHint } from "../names/read-hint.ts";
import { BoundedCache } from "./bounded-cache.ts";

/** How one hint finds each model of a catalog, by its place: the number of the class, or `UNMATCHED`. */
export type HintClasses = Uint8Array;

/** The number of no class. */
const UNMATCHED: number = MATCH_CLASSES.length;

const MOST_BYTES = 32e6;

/** The classes of hints, each found once and remembered. */
export class HintIndex {
  readonly #catalog: PreparedCatalog;
  readonly #remembered = new BoundedCache<HintClasses>(MOST_BYTES);

  constructor(catalog: PreparedCatalog) {
    this.#catalog = catalog;
  }

  /** Matches hints for `decide`, by what is remembered. */
  readonly matcher: Matcher = ({ written }, matching) => {
    const classes = this.classesOf(written, matching);
    return ({ place }) => MATCH_CLASSES[classes[place] ?? UNMATCHED];
  };

  /** The classes of a usable hint. */
  classesOf(written: string, matching: Matching): HintClasses {
    const key = matching === "strict" ? `strict ${written}` : `default ${written}`;
    const known = this.#remembered.get(key);
    if (known !== undefined) return known;
    const hint = readHint({ index: 0, written }, this.#catalog);
    const classes = new Uint8Array(this.#catalog.entries.length);
    for (const entry of this.#catalog.entries) classes[entry.place] = classOrder(matchHint(hint, entry, matching));
    this.#remembered.set(key, classes, classes.length + 2 * key.length + 100);
    return classes;
  }
}
