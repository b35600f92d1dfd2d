import type { Entry } from "../catalog/entry.ts";
import type { CriterionName } from "../catalog/policy.ts";

/** The tokens of a request: what goes in, and what is expected to come out. */
export type RequestSize = { inputTokens: number; expectedOutputTokens: number };

/** What one criterion says of one model: a value in the criterion's unit (null: unknown), and whether it was assumed. */
export type Measurement = { raw: number | null; assumed: boolean };

/**
 * One of the three things a server can ask for. A criterion sees one model and the request, never the list: that alone
 * makes it impossible for a losing model to change the winner.
 */
export type Criterion = {
  name: CriterionName;
  unit: "USD" | "s" | "index";
  /** The profile's raw value for a request of this size. */
  reference(size: RequestSize): number;
  measure(model: Entry, size: RequestSize): Measurement;
  /** 0..1, strictly monotone in the raw value, of + * / sqrt alone, which every machine rounds the same way. */
  utility(raw: number, reference: number): number;
};

/** The criteria in the order in which explanations show them. */
export const CRITERION_NAMES: readonly CriterionName[] = ["cost", "speed", "intelligence"];
