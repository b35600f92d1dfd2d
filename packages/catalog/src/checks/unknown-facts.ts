import { keysAt } from "../layers/tree.ts";
import type { Whole } from "../layers/whole.ts";
import { didYouMean } from "../problems/mismatch.ts";
import type { CatalogProblem } from "../problems/problem.ts";
import { suggestFew } from "../problems/suggestion.ts";
import { knownKeysAt } from "../schema/known-keys.ts";
import { report } from "./check.ts";

/** The facts that a model's `sources` speaks of are facts of a model: `cost`, or `cost.tiers` for a part of one. */
export function findUnknownFacts({ models }: Whole): CatalogProblem[] {
  const suggest = suggestFew();
  const keys = [...knownKeysAt(["models", 0])];
  const facts = new Set(keys.flatMap(([key, inside]) => [key, ...inside.map((inner) => `${key}.${inner}`)]));
  return [...models.values()].flatMap((model) => {
    const unknown = keysAt(model, "sources").filter((fact) => !facts.has(fact));
    return unknown.map((fact) => {
      const suggestion = suggest(fact, facts);
      const message = `no model has this fact${didYouMean(suggestion)}`;
      return report(model, ["sources", fact], { code: "unknown-key", message, suggestion }, "key");
    });
  });
}
