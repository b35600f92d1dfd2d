// The words of the views, one table for each closed set of names.
import type { CriterionName, MatchClass, ReasonCode } from "@modelpref/router";

/** The criteria in the order everything shows them. */
export const CRITERIA: readonly CriterionName[] = ["cost", "speed", "intelligence"];

/** What a match class says of hint and model: "hint 1 … is its name". */
export const MATCH_PHRASES: Readonly<Record<MatchClass, string>> = {
  exact: "is its name",
  alias: "is another name of it",
  substring: "is part of its name",
  reordered: "is its name in another order",
  successor: "names another version of its line",
  variant: "names its line, of which it is another variant",
  embedded: "stands inside its name",
  typo: "reads like its name misspelt",
  equivalent: "finds no model of its line that can serve; this is one of the same size in another family",
  adjacent: "finds no model of its line that can serve; this is the next size up or down in another family",
};

/** The same of several models, short enough for a heading. */
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

/** "cost 0.3, speed 0.8 and intelligence 0.5" */
export function listOf(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
