import type { Limits } from "../catalog/policy.ts";
import type { Warning } from "../explain/explanation.ts";
import { isRecord } from "./is-record.ts";
import { ANY_NUMBER, readNumber } from "./read-number.ts";

/**
 * Reads hard limits. A text where a list belongs is a list of one; any other list that cannot be read is empty, so that
 * an unreadable allow list allows nothing.
 */
export function readLimits(value: unknown, warnings: Warning[]): Limits {
  if (value === undefined || value === null) return {};
  if (!isRecord(value)) {
    warnings.push({ code: "unreadable", message: "limits: expected an object; read as no limits" });
    return {};
  }
  const limits: Limits = {};
  const cost = readNumber(value["max_cost_usd"], "limits.max_cost_usd", ANY_NUMBER, warnings);
  const seconds = readNumber(value["max_seconds"], "limits.max_seconds", ANY_NUMBER, warnings);
  const allow = readGlobs(value["allow"], "limits.allow", warnings);
  const deny = readGlobs(value["deny"], "limits.deny", warnings);
  if (cost !== undefined) limits.max_cost_usd = cost;
  if (seconds !== undefined) limits.max_seconds = seconds;
  if (allow !== undefined) limits.allow = allow;
  if (deny !== undefined) limits.deny = deny;
  return limits;
}

function readGlobs(value: unknown, name: string, warnings: Warning[]): string[] | undefined {
  if (value === undefined || value === null) return undefined;
  const list: unknown[] = Array.isArray(value) ? value : [value];
  const globs = list.filter((glob) => typeof glob === "string");
  if (!Array.isArray(value) || globs.length < list.length) {
    warnings.push({ code: "unreadable", message: `${name}: expected a list of texts; the rest is passed over` });
  }
  return globs;
}
