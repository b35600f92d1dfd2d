import { LazyModelNames, type ModelNames } from "../names/model-names.ts";
import type { NameReader } from "../names/name-reader.ts";
import type { Family } from "./catalog.ts";
import { knownNumber } from "./known-number.ts";
import type { Billing, CostTier, Model, Status, Tier } from "./model.ts";

/** Prices in USD per million tokens, tiers by falling bound. */
export type EntryPrice = {
  input: number | undefined;
  output: number | undefined;
  tiersFromHighest: readonly CostTier[];
};

/** A model as the rules read it: defaults filled in, unknown or impossible numbers undefined, names taken apart. */
export type Entry = {
  /** The place in the catalog's list. */
  place: number;
  id: string;
  provider: string;
  model: string;
  status: Status;
  replacedBy: string | undefined;
  enabled: boolean;
  tools: boolean | undefined;
  structuredOutput: boolean | undefined;
  /** What the catalog lists; undefined where it lists nothing, which means text. */
  input: readonly string[] | undefined;
  output: readonly string[] | undefined;
  contextLimit: number | undefined;
  inputLimit: number | undefined;
  outputLimit: number | undefined;
  billing: Billing;
  price: EntryPrice;
  intelligence: number | undefined;
  outputTps: number | undefined;
  /** Whether the speed was measured here, not read in a catalog. */
  isSpeedObserved: boolean;
  ttftMs: number | undefined;
  family: string | undefined;
  /** The model's own tier, else its family's. */
  tier: Tier | undefined;
  names: ModelNames;
};

/** Reads a model of the catalog once, so that no rule has to fill in a default. */
export function readEntry(
  model: Model,
  place: number,
  families: ReadonlyMap<string, Family>,
  nameReader: NameReader,
): Entry {
  const slash = model.id.indexOf("/");
  return {
    place,
    id: model.id,
    provider: model.provider ?? model.id.slice(0, Math.max(0, slash)),
    model: model.model ?? model.id.slice(slash + 1),
    status: model.status ?? "active",
    replacedBy: model.replaced_by ?? undefined,
    enabled: model.enabled !== false,
    tools: model.tool_call ?? undefined,
    structuredOutput: model.structured_output ?? undefined,
    input: model.modalities?.input ?? undefined,
    output: model.modalities?.output ?? undefined,
    contextLimit: knownNumber(model.limit?.context),
    inputLimit: knownNumber(model.limit?.input),
    outputLimit: knownNumber(model.limit?.output),
    billing: model.billing ?? "metered",
    price: readPrice(model),
    intelligence: knownNumber(model.intelligence?.score, 100),
    outputTps: knownNumber(model.speed?.output_tps),
    isSpeedObserved: model.speed?.observed === true,
    ttftMs: knownNumber(model.speed?.ttft_ms),
    family: model.family ?? undefined,
    tier: model.tier ?? families.get(model.family ?? "")?.tier ?? undefined,
    names: new LazyModelNames(model, nameReader),
  };
}

/** The prices of a model; what cannot be a price is undefined. */
export function readPrice({ cost }: Model): EntryPrice {
  const tiers = (cost?.tiers ?? []).map(({ above, input, output }) => ({
    above,
    input: knownNumber(input),
    output: knownNumber(output),
  }));
  return {
    input: knownNumber(cost?.input),
    output: knownNumber(cost?.output),
    tiersFromHighest: tiers.sort((a, b) => b.above - a.above),
  };
}
