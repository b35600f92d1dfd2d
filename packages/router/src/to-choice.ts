import type { Candidate } from "./rank.ts";
import type { Choice } from "./router.ts";

/** A candidate as the caller gets it. */
export function toChoice({ entry, match, outputShortfall, assessment }: Candidate): Choice {
  return {
    id: entry.id,
    provider: entry.provider,
    model: entry.model,
    match,
    outputShortfall,
    score: assessment.score / 1e9,
    base: assessment.base / 1e9,
  };
}
