// What pi-ai says: one JSON file per provider, models grouped by wire format. Its chat list holds only models that call tools.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { stated, statedPrice, statedTier } from "./said.mjs";

/** Opens the unpacked package; the result answers what pi-ai says of a provider's model, or undefined. */
export function openPiAi(folder) {
  const files = new Map();
  return async (provider, model) => {
    if (!files.has(provider)) files.set(provider, await readProvider(folder, provider));
    const found = files.get(provider).get(model);
    return found && said(found);
  };
}

async function readProvider(folder, provider) {
  const text = await readFile(join(folder, "dist", "providers", "data", `${provider}.json`), "utf8");
  const chat = Object.values(JSON.parse(text))
    .flatMap((models) => Object.values(models))
    .filter((model) => model.type === "chat");
  return new Map(chat.map((model) => [model.id, model]));
}

function said(model) {
  return {
    price: statedPrice(model.cost.input, model.cost.output),
    cache_read: stated(model.cost.cacheRead),
    cache_write: stated(model.cost.cacheWrite),
    // A model of pi-ai without tiers has one price: that is a statement too.
    tiers: (model.cost.tiers ?? []).map((tier) =>
      statedTier(tier.inputTokensAbove, tier.input, tier.output, tier.cacheRead, tier.cacheWrite),
    ),
    context: stated(model.contextWindow),
    max_output: stated(model.maxTokens),
    reasoning: model.reasoning,
    image: model.input.includes("image"),
    tool_call: true,
  };
}
