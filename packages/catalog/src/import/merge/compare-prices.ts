import { isWritten } from "../../layers/written.ts";
import { get } from "../values/written.ts";

/** How many models two sides price, and how many alike. */
export type Agreement = { compared: number; agree: number };

/** Prices that differ by less agree. */
const CLOSE = 0.01;

/** Counts a model where both sides state its prices for input and output. */
export function comparePrices(prices: Agreement, ours: unknown, theirs: unknown): void {
  if (!isWritten(ours) || !isWritten(theirs)) return;
  const both = ["input", "output"].map((key) => [get(ours, key), get(theirs, key)]);
  if (both.some((pair) => pair.some((price) => typeof price !== "number"))) return;
  prices.compared += 1;
  if (both.every(([a, b]) => Math.abs(Number(a) - Number(b)) <= CLOSE * Math.max(Number(a), Number(b))))
    prices.agree += 1;
}
