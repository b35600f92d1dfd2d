import { closest } from "../problems/closest.ts";
import type { Path } from "../problems/problem.ts";
import type { Findings, JsonObject } from "./checks.ts";

/** At most this many odd keys are worth a message. */
const SHOWN = 20;

/** Keys of the router's own requests, which no server sends, and the flags that say the same. */
const FLAGS: ReadonlyMap<string, string> = new Map([
  ["inputTokens", "--input-tokens"],
  ["needs", "--needs"],
  ["limits", "--max-cost, --max-seconds, --allow or --deny"],
  ["server", "--server"],
]);

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
    const remedy = remedyFor(key, known);
    if (remedy === undefined && strangers === "ignored") continue;
    findings.warnings.push({
      code: "unknown-key",
      path: [...path, key],
      message: "unknown key, ignored",
      ...(remedy === undefined ? {} : { remedy }),
    });
  }
}

function remedyFor(key: string, known: readonly string[]): string | undefined {
  const flag = FLAGS.get(key);
  if (flag !== undefined) return `no part of a request that a server sends; say it with ${flag}`;
  const meant = sameWord(key, known) ?? closest(key, known)[0];
  return meant === undefined ? undefined : `did you mean ${meant}?`;
}
