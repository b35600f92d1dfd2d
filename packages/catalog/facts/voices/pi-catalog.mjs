// What pi-catalog says: one JSON file, provider by provider. It knows no price tiers.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { stated, statedPrice } from "./said.mjs";

/** Opens the unpacked package; the result answers what pi-catalog says of a provider's model, or undefined. */
export function openPiCatalog(folder) {
  const reading = readFile(join(folder, "src", "models.json"), "utf8").then(JSON.parse);
  return async (provider, model) => {
    const found = (await reading)[provider]?.[model];
    return found && said(found);
  };
}

function said(model) {
  return {
    price: statedPrice(model.cost.input, model.cost.output),
    cache_read: stated(model.cost.cacheRead),
    cache_write: stated(model.cost.cacheWrite),
    tiers: undefined,
    context: stated(model.contextWindow),
    max_output: stated(model.maxTokens),
    reasoning: model.reasoning,
    image: model.input.includes("image"),
    // Only its absence is marked.
    tool_call: model.supportsTools === false ? false : undefined,
  };
}
