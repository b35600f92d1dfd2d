import { didYouMean } from "../problems/mismatch.ts";
import type { CatalogProblem } from "../problems/problem.ts";
import { problemAt } from "../problems/source-text.ts";
import { closest } from "../problems/suggestion.ts";
import { knownKeysAt } from "../schema/known-keys.ts";
import { locateKey } from "../yaml/locate.ts";
import type { YamlFile } from "../yaml/read-yaml.ts";
import { type Entry, listed, writtenPairs } from "./entries.ts";

/** The facts that a model's `sources` speaks of are facts of a model: `cost`, or `cost.tiers` for a part of one. */
export function findUnknownFacts(files: readonly YamlFile[]): CatalogProblem[] {
  const keys = [...knownKeysAt(["models", 0])];
  const facts = new Set(keys.flatMap(([key, inside]) => [key, ...inside.map((inner) => `${key}.${inner}`)]));
  return listed(files, "models").flatMap((model) => findInModel(model, facts));
}

function findInModel({ file, path, written }: Entry, facts: ReadonlySet<string>): CatalogProblem[] {
  const unknown = writtenPairs(written["sources"]).filter(([fact]) => !facts.has(fact));
  return unknown.map(([fact]) => {
    const suggestion = closest(fact, facts);
    const message = `no model has this fact${didYouMean(suggestion)}`;
    const way = [...path, "sources", fact];
    return problemAt(file.source, locateKey(file.root, way), way, { code: "unknown-key", message, suggestion });
  });
}
