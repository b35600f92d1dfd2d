import { type Look, valueAt, warn } from "./survey.ts";

/** The intelligence and the speed of the models that a file lists are known: what is unknown counts as the worst. */
export const findUnknownFacts: Look = ({ catalog, inUse, own }) =>
  // Of a catalog with problems something may be missing because it is misspelt.
  [...(catalog === undefined ? [] : own)].flatMap(([id, place]) => {
    const model = inUse.get(id);
    if (model === undefined) return [];
    const speed = valueAt(model, "speed", "output_tps");
    const isUnrated = valueAt(model, "intelligence", "score") === undefined;
    return [
      ...(isUnrated
        ? [warn("unknown-intelligence", id, place, unknown(id, "intelligence", "intelligence.score"))]
        : []),
      ...(speed === undefined || speed === 0
        ? [warn("unknown-speed", id, place, unknown(id, "speed", "speed.output_tps"))]
        : []),
    ];
  });

function unknown(id: string, fact: string, key: string): string {
  return `${id} has no known ${fact}, which counts as the worst wherever ${fact} matters; set ${key} if you know it`;
}
