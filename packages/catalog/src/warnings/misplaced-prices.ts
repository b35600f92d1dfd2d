// Prices are USD per million tokens. The cheapest that was ever sold is about 0.005, the dearest 150 in and 600 out: a
// price below 0.0005 is one per token, and one above the dearest is in cents or has a slip of the comma.
import type { Leaf } from "../layers/tree.ts";
import { isWritten, writtenList } from "../layers/written.ts";
import { type Look, leafAt, valueAt, warn } from "./survey.ts";
import type { CatalogWarning } from "./warning.ts";

/** USD per million tokens: what is below this, and is not 0, is a price per token. */
const LEAST = 0.0005;
/** USD per million tokens: the dearest prices that a list ever had. */
const MOST = { input: 150, output: 600 } as const;
/** Digits of a suggested price: 0.0000025 times a million is 2.5, not 2.4999999999999996. */
const DIGITS = 12;

const KINDS = ["input", "output"] as const;
type Kind = (typeof KINDS)[number];

/** The prices of models in use are of a size that prices per million tokens have. */
export const findMisplacedPrices: Look = ({ inUse, isOwn }) =>
  [...inUse].flatMap(([id, model]) => {
    const base = KINDS.flatMap((kind) => {
      const leaf = leafAt(model, "cost", kind);
      return leaf !== undefined && isOwn(leaf.part) ? judge(id, kind, leaf.value, leaf) : [];
    });
    const tiers = leafAt(model, "cost", "tiers");
    return tiers !== undefined && isOwn(tiers.part) ? [...base, ...judgeTiers(id, tiers)] : base;
  });

function judgeTiers(id: string, tiers: Leaf): CatalogWarning[] {
  return writtenList(tiers.value).flatMap((tier, index) =>
    isWritten(tier) ? KINDS.flatMap((kind) => judge(id, kind, tier[kind], tiers, [index, kind])) : [],
  );
}

function judge(id: string, kind: Kind, price: unknown, leaf: Leaf, inside: (string | number)[] = []): CatalogWarning[] {
  if (typeof price !== "number" || price <= 0) return [];
  const expected = `expected USD per million ${kind} tokens`;
  if (price < LEAST) {
    const message = `${expected}; ${price} looks like USD per token, which would be ${shift(price, 1e6)} here`;
    return [warn("price-per-token", id, leaf, message, inside)];
  }
  if (price <= MOST[kind]) return [];
  const message = `${expected}; ${price} is more than any model ever cost (${MOST[kind]}); if it is in cents, write ${shift(price, 0.01)}`;
  return [warn("price-too-high", id, leaf, message, inside)];
}

function shift(price: number, factor: number): number {
  return Number((price * factor).toPrecision(DIGITS));
}

/** A metered model has no price of 0 in and 0 out: the router takes that as unknown. */
export const findZeroPrices: Look = ({ inUse, isOwn }) =>
  [...inUse].flatMap(([id, model]) => {
    const [input, output] = [leafAt(model, "cost", "input"), leafAt(model, "cost", "output")];
    const billing = leafAt(model, "billing");
    const isZero = input?.value === 0 && output?.value === 0 && (valueAt(model, "billing") ?? "metered") === "metered";
    if (!isZero || ![input, output, billing].some((leaf) => leaf !== undefined && isOwn(leaf.part))) return [];
    const message =
      "0 in and 0 out counts as unknown where billing is metered; expected a price, or billing: free, local or subscription";
    return [warn("zero-price", id, input, message)];
  });
