import type { CriterionName, MatchClass, ReasonCode } from "@modelpref/router";

/** A value before and after. */
export type Change<Value> = { old: Value; new: Value };

/** One field of a model, a family or the policy that is not what it was; null where it is not stated. */
export type FieldChange = { entry: string; field: string } & Change<unknown>;

/** What became of the entries of a catalog. */
export type EntryChanges = { added: string[]; removed: string[]; changed: FieldChange[] };

/** One thing that made a pick change. Closed: branch on the code. */
export type Cause =
  | { code: "gone"; model: string }
  | { code: "excluded"; model: string; reason: ReasonCode }
  | { code: "new"; model: string }
  | { code: "eligible"; model: string; reason: ReasonCode }
  | { code: "match"; model: string; from: MatchClass | null; to: MatchClass | null }
  | { code: "output"; model: string; isShort: boolean }
  | { code: "criterion"; model: string; criterion: CriterionName; way: CriterionWay }
  | { code: "weights" }
  | { code: "rules" };

/** How a criterion of a model changed. */
export type CriterionWay = "better" | "worse" | "known" | "unknown";

/** The smallest and the largest value of one request. */
export type Range = readonly [least: number, most: number];

/** Sums over the requests for which both are known: USD or seconds, how many requests, and the range of one. */
export type Sum = Change<number> & { requests: number; range: Change<Range> | null };

/** What is expected of some requests. */
export type Expected = { cost: Sum; seconds: Sum };

/** What a pick is expected to take: USD and seconds, null where that is not known or nothing is picked. */
export type Estimate = { cost: number | null; seconds: number | null };

/** What becomes of one request: its id, and what its pick was and is expected to take. */
export type RequestChange = { id: string } & Change<Estimate>;

/** Why the pick of some requests changed: causes that they share, and how many they are. */
export type Reason = { causes: Cause[]; requests: number };

/** Requests whose pick changes from one model to another; null: no model can serve them. */
export type PickGroup = {
  from: string | null;
  to: string | null;
  /** The most frequent first. */
  reasons: Reason[];
  requests: RequestChange[];
  expected: Expected;
};

/** Requests that keep their pick at another cost or time. */
export type KeptGroup = { pick: string; requests: RequestChange[]; expected: Expected };

/** What a change of the catalog does to routing: `--format json` prints it. */
export type CatalogDiff = {
  schema: "modelpref-diff/1";
  old: { name: string | null; models: number };
  new: { name: string | null; models: number };
  requests: number;
  /** How many requests get another pick. */
  changed: number;
  picks: PickGroup[];
  kept: KeptGroup[];
  /** What is expected of all requests together. */
  expected: Expected;
  catalog: EntryChanges;
};
