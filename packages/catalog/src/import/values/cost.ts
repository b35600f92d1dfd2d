import type { Billing, Cost, CostTier } from "@modelpref/router";
import type { Place } from "../row.ts";
import type { RowValues, Unit } from "./row-values.ts";

/** The prices of a list under the catalog's names. */
export type StatedPrices = { input?: unknown; output?: unknown; cache_read?: unknown; cache_write?: unknown };

/** Other prices above a number of input tokens. */
export type StatedTier = StatedPrices & { above: unknown; place: Place };

/** What a list states about cost, and where. `keys`: how the list calls the prices, where it is not as the catalog does. */
export type StatedCost = StatedPrices & { tiers?: readonly StatedTier[]; unit: Unit; place: Place; keys?: PriceKeys };

/** The list's keys of prices, by the catalog's. */
export type PriceKeys = Readonly<Record<keyof StatedPrices, string>>;

const PRICES = ["input", "output", "cache_read", "cache_write"] as const;

/**
 * The cost of a model, or undefined where it is not known: nothing stated, 0/0, or only one of input and output.
 * `billing` of a free or local model says all there is to say.
 */
export function readCost(stated: StatedCost, billing: Billing | undefined, values: RowValues): Cost | undefined {
  const base = readPrices(stated, stated, stated.place, values);
  const { input = 0, output = 0 } = base;
  if (base.input === undefined && base.output === undefined) return undefined;
  if (billing !== undefined && billing !== "metered" && input === 0 && output === 0) return undefined;
  if (input === 0 && output === 0) return values.leaveOut("zero-price", stated.place);
  if (input === 0 || output === 0) return values.leaveOut("half-price", stated.place);
  const tiers = readTiers(stated, values);
  return { ...withoutZeros(base), ...(tiers.length > 0 ? { tiers } : {}) };
}

function readPrices(
  stated: StatedPrices,
  { unit, keys }: Pick<StatedCost, "unit" | "keys">,
  place: Place,
  values: RowValues,
): Omit<CostTier, "above"> {
  const prices = PRICES.map((key) => [key, values.price(stated[key], unit, [...place, keys?.[key] ?? key])] as const);
  return Object.fromEntries(prices.filter(([, price]) => price !== undefined));
}

/** A zero among prices that are known is how lists leave one out. */
function withoutZeros<Prices extends object>(prices: Prices): Prices {
  return Object.fromEntries(Object.entries(prices).filter(([, price]) => price !== 0)) as Prices;
}

function readTiers(cost: StatedCost, values: RowValues): CostTier[] {
  const byStart = new Map<number, CostTier>();
  for (const tier of cost.tiers ?? []) {
    const above = values.tokens(tier.above, tier.place);
    const prices = withoutZeros(readPrices(tier, cost, tier.place, values));
    if (above === undefined || Object.keys(prices).length === 0) continue;
    if (byStart.has(above)) values.leaveOut("duplicate-tier", tier.place);
    else byStart.set(above, { above, ...prices });
  }
  return [...byStart.values()].sort((a, b) => a.above - b.above);
}
