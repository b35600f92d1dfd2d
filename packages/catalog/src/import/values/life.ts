import type { Status } from "@modelpref/router";

const DAY = /^\d{4}-\d{2}-\d{2}/;

/** What a day of deprecation means (design section 7): deprecated before it, retired from it on. */
export function statusOn(day: unknown, today: string): Status | undefined {
  const written = typeof day === "string" ? DAY.exec(day)?.[0] : undefined;
  if (written === undefined || Number.isNaN(Date.parse(written))) return undefined;
  return written <= today ? "retired" : "deprecated";
}

const STATED: ReadonlyMap<unknown, Status> = new Map<unknown, Status>([
  ["alpha", "alpha"],
  ["beta", "beta"],
  ["deprecated", "deprecated"],
]);

/** A status that a list states in a word. What is active is not said. */
export function statedStatus(word: unknown): Status | undefined {
  return STATED.get(word);
}
