// Reads what is kept by hand: which models there are, what no package knows of them, ratings, vendors' pages, settled conflicts.

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";

/** Reads one YAML file below `folder`. */
export async function readYaml(folder, ...names) {
  return parse(await readFile(join(folder, ...names), "utf8"), { uniqueKeys: true });
}

/**
 * @param {string} folder the folder `hand`
 * @returns {Promise<{ providers: object[], ratings: Map<string, object>, pages: object[], settlementOf: Function, unused: Function }>}
 */
export async function readHand(folder) {
  const names = (await readdir(join(folder, "models"))).filter((name) => name.endsWith(".yaml")).sort();
  const providers = await Promise.all(names.map((name) => readYaml(folder, "models", name)));
  const ratings = await readYaml(folder, "ratings.yaml");
  return {
    providers,
    ratings: new Map(ratings.map((rating) => [rating.weights, rating])),
    pages: await readYaml(folder, "vendor-pages.yaml"),
    ...settlements(await readYaml(folder, "settled.yaml")),
  };
}

/** Looks up what was settled, and remembers what nobody asked for: a settlement of a model that left is an error. */
function settlements(entries) {
  const settled = new Map(entries.flatMap((entry) => entry.models.map((model) => [`${model} ${entry.field}`, entry])));
  const asked = new Set();
  return {
    settlementOf: (model, field) => {
      asked.add(`${model} ${field}`);
      return settled.get(`${model} ${field}`);
    },
    unused: () => [...settled.keys()].filter((key) => !asked.has(key)),
  };
}
