import type { ModelPreferences } from "@modelpref/router";
import type { Path } from "../problems/problem.ts";
import { check, checkObjects, type Findings, type JsonObject, kinds, own } from "./checks.ts";
import { warnOfUnknownKeys } from "./unknown-keys.ts";

/** The keys of `modelPreferences` (R17 to R22). */
export const PREFERENCE_KEYS: readonly string[] = ["hints", "costPriority", "speedPriority", "intelligencePriority"];

function readHints(findings: Findings, value: unknown, path: Path): { name?: string }[] {
  return checkObjects(findings, value, path).map(({ entry, path: at }) => {
    const name = own(entry, "name");
    // Further keys of a hint are the client's to understand (R21), but a hint of nothing else has lost its name.
    warnOfUnknownKeys(findings, entry, ["name"], at, name === undefined ? "named" : "ignored");
    return check(findings, name, kinds.text, [...at, "name"]) ? { name: String(name) } : {};
  });
}

/** At the top of a document an `id` tells requests apart. */
const TOP_KEYS: readonly string[] = [...PREFERENCE_KEYS, "id"];

/** Reads `modelPreferences`, strict in types. Numbers out of range are the router's to clamp and to warn of. */
export function readPreferences(findings: Findings, object: JsonObject, path: Path): ModelPreferences {
  warnOfUnknownKeys(findings, object, path.length === 0 ? TOP_KEYS : PREFERENCE_KEYS, path, "named");
  const priority = (key: string): number | undefined => {
    const value = own(object, key);
    return check(findings, value, kinds.priority, [...path, key]) ? Number(value) : undefined;
  };
  const hints = own(object, "hints");
  return {
    ...(hints === undefined ? {} : { hints: readHints(findings, hints, [...path, "hints"]) }),
    costPriority: priority("costPriority"),
    speedPriority: priority("speedPriority"),
    intelligencePriority: priority("intelligencePriority"),
  };
}
