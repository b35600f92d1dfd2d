// Joins the judged facts with what is kept by hand into one entry of the catalog, in the order of the catalog format.

const INPUTS = ["text", "image", "pdf", "audio", "video"];

/**
 * @param {object} model as listed by hand, its id whole
 * @param {Map<string, { value: unknown, voices?: string[], source?: string }>} facts
 * @param {object | undefined} rating
 * @returns {object} the entry; keys whose value is undefined are not known
 */
export function entry(model, facts, rating) {
  return {
    id: model.id,
    model: model.model,
    name: model.name,
    family: model.family,
    tier: model.tier,
    aliases: model.aliases,
    status: model.status,
    replaced_by: model.replaced_by,
    enabled: model.enabled,
    reasoning: facts.get("reasoning")?.value,
    tool_call: true,
    structured_output: model.structured_output,
    modalities: { input: inputs(model, facts), output: ["text"] },
    limit: { context: facts.get("context")?.value, input: model.input_cap, output: facts.get("max_output")?.value },
    billing: model.billing,
    cost: cost(facts),
    intelligence: rating && { score: rating.score, confidence: rating.confidence, as_of: "2026-11" },
    speed: model.speed && { ...model.speed, as_of: "2026-09" },
    sources: sources(model, facts, rating),
  };
}

function inputs(model, facts) {
  const taken = new Set(["text", ...(model.input ?? []), ...(facts.get("image")?.value ? ["image"] : [])]);
  return INPUTS.filter((input) => taken.has(input));
}

function cost(facts) {
  const price = facts.get("price")?.value;
  const tiers = facts.get("tiers")?.value ?? [];
  return (
    price && {
      input: price[0],
      output: price[1],
      cache_read: facts.get("cache_read")?.value,
      cache_write: facts.get("cache_write")?.value,
      tiers: tiers.length > 0 ? tiers : undefined,
    }
  );
}

/** Which sources vouch for each fact. What is kept by hand comes from `model-facts` unless the list says otherwise. */
function sources(model, facts, rating) {
  const kept = {
    limit: model.input_cap,
    structured_output: model.structured_output,
    modalities: model.input,
    speed: model.speed,
  };
  const byHand = Object.keys(kept).filter((fact) => kept[fact] !== undefined);
  return {
    ...vouched(
      "cost",
      { cost: "price", "cost.tiers": "tiers", "cost.cache_read": "cache_read", "cost.cache_write": "cache_write" },
      facts,
    ),
    ...vouched("limit", { limit: "context", "limit.output": "max_output" }, facts),
    ...vouched("modalities", { modalities: "image" }, facts),
    ...vouched("reasoning", { reasoning: "reasoning" }, facts),
    tool_call: "pi-ai",
    ...Object.fromEntries(byHand.map((fact) => [fact === "limit" ? "limit.input" : fact, "model-facts"])),
    ...(rating && { intelligence: "modelpref-ratings" }),
    ...model.sources,
  };
}

/** One key where at least two sources agree on all parts of a fact; parts settled by hand, or vouched for by others, have their own. */
function vouched(name, parts, facts) {
  const found = Object.entries(parts).filter(([, field]) => told(facts.get(field)));
  const agreed = found.filter(([, field]) => voicesOf(facts.get(field)).length >= 2);
  const common = agreed.map(([, field]) => voicesOf(facts.get(field))).reduce(together, undefined) ?? [];
  const apart = common.length >= 2 ? found.filter((part) => !agreed.includes(part)) : found;
  return {
    ...(common.length >= 2 && { [name]: common.join("+") }),
    ...Object.fromEntries(
      apart.map(([key, field]) => [key, facts.get(field).source ?? voicesOf(facts.get(field)).join("+")]),
    ),
  };
}

/** A fact that says something: no tiers is nothing to vouch for. */
function told(fact) {
  return fact !== undefined && !(Array.isArray(fact.value) && fact.value.length === 0);
}

function voicesOf({ voices = [] }) {
  return voices;
}

function together(common, voices) {
  return common === undefined ? voices : common.filter((voice) => voices.includes(voice));
}
