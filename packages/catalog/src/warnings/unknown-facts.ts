import type { Branch } from "../layers/tree.ts";
import { type Look, valueAt, warn } from "./survey.ts";
import type { CatalogWarningCode } from "./warning.ts";

/** A fact that routing weighs: what is said where it is missing. */
type Fact = { code: CatalogWarningCode; message: string; isMissing: (model: Branch) => boolean };

const FACTS: readonly Fact[] = [
  {
    code: "unknown-cost",
    message:
      "price, which counts as the worst wherever cost matters and as over every cost limit; set cost.input and cost.output if you know them",
    isMissing: isWithoutPrice,
  },
  {
    code: "unknown-intelligence",
    message:
      "intelligence, which counts as the worst wherever intelligence matters; set intelligence.score if you know it",
    isMissing: (model) => valueAt(model, "intelligence", "score") === undefined,
  },
  {
    code: "unknown-speed",
    message: "speed, which counts as the worst wherever speed matters; set speed.output_tps if you know it",
    isMissing: (model) => !valueAt(model, "speed", "output_tps"),
  },
];

/** The price, intelligence and speed of the models that a file lists are known: what is unknown counts as the worst. */
export const findUnknownFacts: Look = ({ catalog, inUse, own }) =>
  // Of a catalog with problems something may be missing because it is misspelt.
  [...(catalog === undefined ? [] : own)].flatMap(([id, place]) => {
    const model = inUse.get(id);
    const missing = model === undefined ? [] : FACTS.filter(({ isMissing }) => isMissing(model));
    return missing.map(({ code, message }) => warn(code, id, place, `${id} has no known ${message}`));
  });

/** Only what is metered has a price that must be known; of 0 in and 0 out another look tells. */
function isWithoutPrice(model: Branch): boolean {
  const isMetered = (valueAt(model, "billing") ?? "metered") === "metered";
  return isMetered && ["input", "output"].some((kind) => valueAt(model, "cost", kind) === undefined);
}
