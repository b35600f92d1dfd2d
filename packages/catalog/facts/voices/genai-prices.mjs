// What genai-prices says. It is asked by its API: a rule of a provider matches a model's name, and often the names of later
// models too ("starts with claude-sonnet-5" also takes claude-sonnet-5-5). So an answer counts only if the rule is the model's own.

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { stated, statedPrice, statedTier } from "./said.mjs";

/** Opens the unpacked package; the result answers what it says of a provider's model under the rule named, or undefined. */
export async function openGenaiPrices(folder, pricedAt) {
  const { calcPrice } = await import(pathToFileURL(join(folder, "dist", "index.js")).href);
  return (provider, model, rule) => {
    const answer = calcPrice({ input_tokens: 1, output_tokens: 1 }, model, {
      providerId: provider,
      timestamp: pricedAt,
    });
    return answer && plain(answer.model.id) === plain(rule) ? said(answer) : undefined;
  };
}

/** `GLM-5.2` and `glm-5-2` are one name here. */
function plain(name) {
  return name.toLowerCase().replaceAll(".", "-");
}

function said({ model, model_price: price }) {
  const base = (key) => (typeof price[key] === "object" ? price[key].base : price[key]);
  return {
    price: statedPrice(base("input_mtok"), base("output_mtok")),
    cache_read: stated(base("cache_read_mtok")),
    cache_write: stated(base("cache_write_mtok")),
    tiers: tiers(price),
    context: stated(model.context_window),
    max_output: undefined,
    reasoning: undefined,
    image: undefined,
    tool_call: undefined,
  };
}

/** The package keeps tiers price by price; the catalog keeps them boundary by boundary. */
function tiers(price) {
  const at = (key, start) => price[key]?.tiers?.find((tier) => tier.start === start)?.price;
  const starts = new Set((price.input_mtok?.tiers ?? []).map((tier) => tier.start));
  return [...starts].map((start) =>
    statedTier(
      start,
      at("input_mtok", start),
      at("output_mtok", start),
      at("cache_read_mtok", start),
      at("cache_write_mtok", start),
    ),
  );
}
