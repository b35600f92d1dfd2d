// The one total order of design section 4:
// (match pass, hint index, match class, output shortfall, -S, -B, -q, c, t, id by code unit).
import type { Entry } from "./catalog/entry.ts";
import { compareCodeUnits } from "./compare-code-units.ts";
import type { Assessment } from "./criteria/assess.ts";
import type { Match } from "./explain/explanation.ts";
import { compareMatches } from "./names/find-match.ts";

/** A model that can serve the request, with everything that decides its place. */
export type Candidate = {
  entry: Entry;
  /** How each hint finds the model, in the order of the hints. */
  matches: readonly (Match | null)[];
  /** The one of these that counts. */
  match: Match | null;
  /** Whether the model can answer, but not with all of `maxTokens`. */
  outputShortfall: boolean;
  assessment: Assessment;
};

/** The order of two candidates: negative when the first comes before the second. Never 0 for two ids. */
export function compareCandidates(a: Candidate, b: Candidate): number {
  return compareGroups(a, b) || b.assessment.score - a.assessment.score || compareWithinScore(a, b);
}

/** The order of match groups: priorities decide only between models of one group. */
export function compareGroups(a: Candidate, b: Candidate): number {
  return compareMatches(a.match, b.match) || Number(a.outputShortfall) - Number(b.outputShortfall);
}

/** What decides between equal scores. */
type Assessed = Pick<Candidate, "entry" | "assessment">;

/** The order of two candidates whose scores are equal. */
export function compareWithinScore(a: Assessed, b: Assessed): number {
  return (
    b.assessment.base - a.assessment.base ||
    compareUnknownLast(negate(a.assessment.intelligence.raw), negate(b.assessment.intelligence.raw)) ||
    compareUnknownLast(a.assessment.cost.raw, b.assessment.cost.raw) ||
    compareUnknownLast(a.assessment.speed.raw, b.assessment.speed.raw) ||
    compareCodeUnits(a.entry.id, b.entry.id)
  );
}

function compareUnknownLast(a: number | null, b: number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a - b;
}

function negate(value: number | null): number | null {
  return value === null ? null : -value;
}
