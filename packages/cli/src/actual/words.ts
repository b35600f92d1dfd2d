import { dollars, seconds } from "../facts/numbers.ts";
import { visible } from "../terminal/visible.ts";
import { betterSpeed } from "./calibration.ts";
import type { ActualReport, Comparison, ModelReport } from "./report.ts";

/** Real divided by predicted: `0.82`, `12`. */
export function ratioText(ratio: number): string {
  return ratio >= 9.95 ? String(Math.round(ratio)) : ratio.toFixed(2);
}

/** The middle of a model's ratios; `?` where none is known. */
export function medianText(comparison: Comparison | null): string {
  return comparison === null ? "?" : ratioText(comparison.median);
}

/** Tokens a second as measured, and as the catalog says: `62 (80)`. */
export function speedText({ measured, catalog }: ModelReport): string {
  const shown = (speed: number | null | undefined): string =>
    speed == null ? "?" : String(Number(speed.toPrecision(3)));
  return `${shown(measured.output_tps)} (${shown(catalog?.output_tps)})`;
}

/** What was predicted and what came, in total. */
export function totals({ cost, seconds: time }: ActualReport): { label: string; cells: string[] }[] {
  const row = (label: string, sums: Comparison | null, format: (value: number) => string) =>
    sums === null
      ? { label, cells: ["?", "?", "?", "0"] }
      : {
          label,
          cells: [format(sums.predicted), format(sums.real), ratioText(sums.real / sums.predicted), String(sums.calls)],
        };
  return [row("cost", cost, dollars), row("time", time, seconds)];
}

/** How many decisions. */
export function countText({ decisions }: ActualReport): string {
  return `${decisions} ${decisions === 1 ? "decision" : "decisions"}`;
}

/** From when to when. */
export function periodText({ from, to }: ActualReport): string {
  const minute = (time: string | null): string => (time ?? "").slice(0, 16).replace("T", " ");
  const when = minute(from) === minute(to) ? `at ${minute(from)}` : `from ${minute(from)} to ${minute(to)}`;
  return `${when} UTC`;
}

/** What became of them: answered by whom, and not answered why. */
export function endings({ answered, byPick, cached, errors }: ActualReport): string[] {
  const others = answered - byPick;
  const parts = [`${byPick} by the pick`, ...(others > 0 ? [`${others} by another`] : [])];
  const fromCache = cached > 0 ? `; ${cached} from the cache` : "";
  const failed = errors.reduce((sum, { count }) => sum + count, 0);
  return [
    `${answered} answered: ${parts.join(", ")}${fromCache}`,
    ...(failed === 0 ? [] : [`${failed} not: ${errors.map(({ reason, count }) => `${count} ${reason}`).join(", ")}`]),
  ];
}

/** Models whose prices are not those of then any more: `a/b: $2 then, $4 by the catalog of today`. */
export function priceNotes({ models }: ActualReport): string[] {
  return models.flatMap(({ id, prices }) => {
    if (prices === null || Math.abs(prices.today - prices.logged) <= 0.005 * prices.logged) return [];
    return [`${id}: ${dollars(prices.logged)} then, ${dollars(prices.today)} by the catalog of today`];
  });
}

/** Speeds to put into a catalog, as its YAML; empty where what it says will do. */
export function speedOverrides({ models }: ActualReport): string[] {
  const overrides = models.flatMap((model) => {
    const speed = betterSpeed(model);
    if (speed === undefined) return [];
    const facts = Object.entries(speed).map(([key, value]) => `${key}: ${value}`);
    return [`  - match: ${JSON.stringify(visible(model.id))}`, `    set: { speed: { ${facts.join(", ")} } }`];
  });
  return overrides.length === 0 ? [] : ["overrides:", ...overrides];
}

/** What the short words of the table of models mean. */
export const LEGEND =
  "cost, time, tokens in and out: real divided by predicted, the middle call; tok/s: as measured (and by the catalog)";
