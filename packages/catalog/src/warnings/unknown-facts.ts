import type { Branch } from "../layers/tree.ts";
import { type Look, valueAt, warn } from "./survey.ts";
import type { CatalogWarningCode } from "./warning.ts";

/** A fact that routing weighs: whether it is missing, and the key to state it. */
type Fact = { code: CatalogWarningCode; name: string; key: string; isMissing: (model: Branch) => boolean };

const FACTS: readonly Fact[] = [
  { code: "unknown-cost", name: "price", key: "cost.input and cost.output", isMissing: isWithoutPrice },
  {
    code: "unknown-intelligence",
    name: "intelligence",
    key: "intelligence.score",
    isMissing: (model) => valueAt(model, "intelligence", "score") === undefined,
  },
  {
    code: "unknown-speed",
    name: "speed",
    key: "speed.output_tps",
    isMissing: (model) => !valueAt(model, "speed", "output_tps"),
  },
];

/** The price, intelligence and speed of the models that a file lists are known: what is unknown counts as the worst. */
export const findUnknownFacts: Look = ({ catalog, inUse, own }) =>
  // Of a catalog with problems something may be missing because it is misspelt.
  [...(catalog === undefined ? [] : own)].flatMap(([id, place]) => {
    const model = inUse.get(id);
    const missing = model === undefined ? [] : FACTS.filter(({ isMissing }) => isMissing(model));
    return missing.map(({ code, name, key }) => warn(code, id, place, messageOf(id, name, key)));
  });

/** Only what is metered has a price that must be known; of 0 in and 0 out another look tells. */
function isWithoutPrice(model: Branch): boolean {
  const isMetered = (valueAt(model, "billing") ?? "metered") === "metered";
  return isMetered && ["input", "output"].some((kind) => valueAt(model, "cost", kind) === undefined);
}

function messageOf(id: string, name: string, key: string): string {
  const worst =
    name === "price" ? "the worst price, and is over every cost limit" : `the worst wherever ${name} matters`;
  return `${id} has no known ${name}, which counts as ${worst}; set ${key} if you know it`;
}
