import type { Model } from "@modelpref/router";

/** The way from the top of a list to one of its rows or values. */
export type Place = readonly (string | number)[];

/** Why a row of a list is no model of the catalog. Branch on it. */
export type DropCode =
  | "not-a-row"
  | "bad-id"
  | "sample"
  | "not-chat"
  | "moving-name"
  | "no-facts"
  | "duplicate"
  | "not-asked"
  | "bad-value"
  | "unknown-metric"
  | "older";

/**
 * A row that was dropped. `detail` says more in a word, such as the kind of model; `id` is the model's, where the row is
 * that of a model.
 */
export type Dropped = { code: DropCode; place: Place; detail?: string | undefined; id?: string | undefined };

/** Why a value of a row was left out, while the rest of the row was taken. */
export type LeftOutCode =
  | "wrong-type"
  | "negative"
  | "too-large"
  | "not-whole"
  | "zero-price"
  | "half-price"
  | "unknown-word"
  | "duplicate-tier"
  | "unusable-text";

/** A value that was left out. */
export type LeftOut = { code: LeftOutCode; place: Place };

/** A row as a model of the catalog: only what the list states, prices in USD per million tokens. */
export type Row = {
  place: Place;
  model: Model;
  /** What the list says a moving name such as `…-latest` stands for: an id, or a name that several rows share. */
  canonical?: string | undefined;
  /** For each fact whose source is not the list itself (scores): the source's key. */
  sources?: Readonly<Record<string, string>> | undefined;
};

/** What a reader fills: rows, and what became of the others. Every row counts once. */
export type Reading = {
  rowsIn: number;
  rows: Row[];
  dropped: Dropped[];
  leftOut: LeftOut[];
  cited: Map<string, Cited>;
};

/** A source that the rows themselves name. */
export type Cited = {
  title: string;
  license?: string | undefined;
  retrieved?: string | undefined;
  url?: string | undefined;
};

/** What readers need to know besides the list. */
type ReadingOptions = {
  /** The day of the import, YYYY-MM-DD: dates up to it are past. */
  today: string;
};

/** Reads a parsed list into rows. Gives what it expected where the list has another form. Never throws. */
export type Reader = (data: unknown, reading: Reading, options: ReadingOptions) => Expected | undefined;

/** What a list should have been, where it is something else. */
export type Expected = { expected: string };
