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

/** Sums over the requests for which both are known: USD or seconds, and how many requests. */
export type Sum = Change<number> & { requests: number };

/** What is expected of some requests. */
export type Expected = { cost: Sum; seconds: Sum };

/** Requests whose pick changes from one model to another for the same causes; null: no model can serve them. */
export type PickGroup = {
  from: string | null;
  to: string | null;
  causes: Cause[];
  requests: string[];
  expected: Expected;
};

/** Requests that keep their pick at another cost or time. */
export type KeptGroup = { pick: string; requests: string[]; expected: Expected };

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
