import type { Strength } from "./case.ts";
import type { Rule } from "./rules.ts";

/** How one case ended for one subject. */
export type Verdict = "pass" | "fail" | "n.a.";

/** One case and one subject. */
export type Finding = {
  rule: Rule;
  /** The case; absent where the rule has none. */
  case?: string;
  strength?: Strength;
  subject: string;
  verdict: Verdict;
  /** Why it failed, or does not apply. */
  reason?: string;
};

/** What a run of the suite found, for every subject, rule and case. */
export type Report = {
  /** The names of the subjects, in the order given. */
  subjects: readonly string[];
  findings: readonly Finding[];
};
