import type { Model } from "@modelpref/router";
import type { ImportedList } from "../read-list.ts";
import type { Row } from "../row.ts";

/** The facts of a model in the order of design section 8. */
const FACTS = [
  "name",
  "family",
  "tier",
  "aliases",
  "status",
  "reasoning",
  "tool_call",
  "structured_output",
  "modalities",
  "limit",
  "billing",
  "cost",
  "intelligence",
  "speed",
] as const satisfies readonly (keyof Model)[];

/** One fact that a row states, and the key of its source. */
export type Fact = { key: string; value: unknown; source: string };

/**
 * What a row states, fact by fact. A family that the catalog does not have is not stated. `keyOf`: the key under which
 * the catalog has a source, where that is another than the list's.
 */
export function factsOf(
  { model, sources }: Row,
  { source }: ImportedList,
  families: ReadonlySet<unknown>,
  keyOf: (source: string) => string = (key) => key,
): Fact[] {
  return FACTS.flatMap((key): Fact[] => {
    const value = model[key];
    if (value === undefined || (key === "family" && !families.has(value))) return [];
    return [{ key, value, source: keyOf(sources?.[key] ?? source) }];
  });
}

/** A new entry as pairs: the id, the facts, and the source of each. */
export function entryPairs(id: string, facts: readonly Fact[]): [string, unknown][] {
  const sources = Object.fromEntries(facts.map(({ key, source }) => [key, source]));
  return [
    ["id", id],
    ...facts.map(({ key, value }): [string, unknown] => [key, value]),
    ...(facts.length > 0 ? [["sources", sources] as [string, unknown]] : []),
  ];
}
