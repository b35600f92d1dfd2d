// The words of the views, one table for each closed set of names.
import type { MatchClass, ReasonCode } from "@modelpref/router";

export { CRITERIA, listOf } from "@modelpref/router/words";

/** What a match class says of several models, short enough for a heading. */
export const MATCH_NOTES: Readonly<Record<MatchClass, string>> = {
  exact: "the name itself",
  alias: "another name of it",
  substring: "part of the name",
  reordered: "the name in another order",
  successor: "another version of it",
  variant: "another variant of it",
  embedded: "inside the name",
  typo: "the name misspelt",
  equivalent: "same size, other family",
  adjacent: "next size, other family",
};

/** Why models cannot serve a request, as the heading of a list of them. */
export const REASON_LABELS: Readonly<Record<ReasonCode, string>> = {
  "context-window": "context window too small",
  tools: "no tool support",
  "structured-output": "no structured output",
  "input-modality": "cannot read the input",
  "output-modality": "cannot produce the output",
  "max-cost": "over the cost limit",
  "max-seconds": "over the time limit",
  "not-allowed": "not on the allow list",
  denied: "on the deny list",
  retired: "retired",
  disabled: "switched off",
  unavailable: "unavailable now",
};
