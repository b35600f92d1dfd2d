import { closest } from "../problems/closest.ts";
import type { Path } from "../problems/problem.ts";
import type { Findings, JsonObject } from "./checks.ts";

/** At most this many odd keys are worth a message. */
const SHOWN = 20;

/** The same word in the manner of another language: `cost_priority`, `CostPriority`. */
function sameWord(key: string, known: readonly string[]): string | undefined {
  const bare = (text: string): string => text.replace(/[_-]/g, "").toLowerCase();
  return known.find((one) => bare(one) === bare(key));
}

/**
 * Warns of keys nobody knows, with the key that may have been meant. `strangers` says whether keys that resemble
 * none are worth a word too: protocols grow, and their new keys are no mistakes.
 */
export function warnOfUnknownKeys(
  findings: Findings,
  object: JsonObject,
  known: readonly string[],
  path: Path,
  strangers: "named" | "ignored",
): void {
  const unknown = Object.keys(object).filter((key) => !known.includes(key));
  for (const key of unknown.slice(0, SHOWN)) {
    const meant = sameWord(key, known) ?? closest(key, known)[0];
    if (meant === undefined && strangers === "ignored") continue;
    findings.warnings.push({
      code: "unknown-key",
      path: [...path, key],
      message: "unknown key, ignored",
      ...(meant === undefined ? {} : { remedy: `did you mean ${meant}?` }),
    });
  }
}
