import type { Place } from "../problems/problem.ts";

/** What is odd about a catalog that can be used, to branch on. */
export type CatalogWarningCode =
  | "old-fact"
  | "future-date"
  | "price-per-token"
  | "price-too-high"
  | "zero-price"
  | "override-fits-nothing"
  | "removal-fits-nothing"
  | "allow-fits-nothing"
  | "deny-fits-nothing"
  | "nothing-to-pick"
  | "limit-loosened"
  | "misspelt-id"
  | "id-in-other-case"
  | "alias-of-other-model"
  | "alias-of-other-family"
  | "retired-leads-nowhere"
  | "replacement-out-of-use"
  | "unused-family"
  | "client-without-share"
  | "score-like-share"
  | "never-first"
  | "unknown-cost"
  | "unknown-intelligence"
  | "unknown-speed";

/** One thing that is odd, and where. The catalog can be used all the same. */
export type CatalogWarning = Place & {
  severity: "warning";
  code: CatalogWarningCode;
  /** What it is about: the id of a model or a family, the key of a source, a glob; "updated" for the date of the file; for limits and weights the way to them, "models" for all of them. */
  subject: string;
  /** The id of the model that leaves no place to this one ("never-first"). */
  by?: string;
  /** One sentence: what is odd, what was expected, what to do. */
  message: string;
  /** How many warnings this one stands for, where equal ones were grouped. */
  count?: number;
};
