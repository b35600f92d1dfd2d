// genai-prices, prices/data.json: [{ id, models: [row] }]. Prices per million tokens, tiers price by price, and prices that
// hold from a day on or at some hours. Where the hour decides, the dearest price counts: a limit on cost must hold all day.

import { isWritten, writtenList } from "../../layers/written.ts";
import type { Expected, Place, Reader, Reading } from "../row.ts";
import { type PriceKeys, readCost, type StatedPrices, type StatedTier } from "../values/cost.ts";
import { drop, readId, take } from "../values/make-row.ts";
import { wordOfAnotherKind } from "../values/not-chat.ts";
import { isLocal, providerName } from "../values/providers.ts";
import { isUsable, RowValues } from "../values/row-values.ts";
import { get } from "../values/written.ts";

const EXPECTED: Expected = { expected: 'a list of providers, each with a list "models"' };

const KEYS: PriceKeys = {
  input: "input_mtok",
  output: "output_mtok",
  cache_read: "cache_read_mtok",
  cache_write: "cache_write_mtok",
};
const PRICES = Object.entries(KEYS);

export const readGenaiPrices: Reader = (data, reading, { today }) => {
  if (!Array.isArray(data) || !data.some((provider) => Array.isArray(get(provider, "models")))) return EXPECTED;
  for (const [index, provider] of data.entries()) {
    for (const [at, row] of writtenList(get(provider, "models")).entries()) {
      reading.rowsIn += 1;
      readRow(reading, [index, "models", at], row, { provider: get(provider, "id"), today });
    }
  }
  return undefined;
};

function readRow(reading: Reading, place: Place, row: unknown, from: { provider: unknown; today: string }): undefined {
  if (!isWritten(row)) return drop(reading, "not-a-row", place);
  const provider = typeof from.provider === "string" ? providerName(from.provider) : "";
  const id = readId(provider, get(row, "id"), place, reading);
  if (id === undefined) return;
  const prices = pricesOn(get(row, "prices"), from.today);
  const kind = wordOfAnotherKind(id) ?? (isForText(prices) ? undefined : "no price for text out");
  if (kind !== undefined) return drop(reading, "not-chat", place, kind);
  const values = new RowValues(reading, place);
  const billing = isLocal(provider) ? "local" : undefined;
  take(reading, place, {
    id,
    name: values.text(get(row, "name"), ["name"]),
    aliases: movingNames(get(row, "match"), get(row, "id")),
    status: get(row, "deprecated") === true ? "deprecated" : undefined,
    limit: { context: values.tokens(get(row, "context_window"), ["context_window"]) },
    billing,
    cost: readCost(
      { ...base(prices), tiers: tiersOf(prices), unit: "per-million", place: ["prices"], keys: KEYS },
      billing,
      values,
    ),
  });
}

/** A price for tokens out: what has none embeds, listens or draws. */
function isForText(prices: unknown): boolean {
  return isWritten(prices) && get(prices, "output_mtok") !== undefined;
}

/** The prices in force on a day: the last that hold without regard to the hour, or the dearest of the hours. */
function pricesOn(stated: unknown, today: string): unknown {
  if (!Array.isArray(stated)) return stated;
  const constraintOf = (entry: unknown): unknown => get(entry, "constraint");
  const byHour = stated.filter((entry) => get(constraintOf(entry), "start_time") !== undefined);
  const byDay = stated.filter((entry) => {
    const start = get(constraintOf(entry), "start_date");
    return constraintOf(entry) === undefined || (typeof start === "string" && start <= today);
  });
  const inForce = [...byHour, ...byDay.slice(-1)].map((entry) => get(entry, "prices"));
  return inForce.sort((a, b) => sum(b) - sum(a))[0];
}

function sum(prices: unknown): number {
  const { input, output } = base(prices);
  return numberOr0(input) + numberOr0(output);
}

function numberOr0(value: unknown): number {
  return typeof value === "number" ? value : 0;
}

function base(prices: unknown): StatedPrices {
  const stated = PRICES.map(([name, key]) => {
    const price = get(prices, key);
    return [name, isWritten(price) ? get(price, "base") : price];
  });
  return Object.fromEntries(stated);
}

function tiersOf(prices: unknown): StatedTier[] {
  const tiersAt = (key: string): readonly unknown[] => writtenList(get(get(prices, key), "tiers"));
  return tiersAt("input_mtok").map((first, index): StatedTier => {
    const start = get(first, "start");
    const stated = PRICES.map(([name, key]) => [
      name,
      get(
        tiersAt(key).find((tier) => get(tier, "start") === start),
        "price",
      ),
    ]);
    return { ...Object.fromEntries(stated), above: start, place: ["prices", "input_mtok", "tiers", index] };
  });
}

/** `<id>-latest` among the names that the list prices as this model. Other names are priced alike, and may be other models. */
function movingNames(match: unknown, id: unknown): string[] | undefined {
  const names = [match, ...writtenList(get(match, "or"))].map((rule) => get(rule, "equals"));
  const moving = names.filter((name) => typeof name === "string" && plain(name) === plain(`${id}-latest`)) as string[];
  const usable = moving.filter(isUsable);
  return usable.length > 0 ? usable : undefined;
}

/** `gpt-5.1` and `gpt-5-1` are one name here. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(".", "-");
}
