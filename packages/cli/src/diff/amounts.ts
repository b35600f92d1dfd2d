import { dollars, seconds } from "../facts/numbers.ts";
import type { Expected, Range, RequestChange, Sum } from "./catalog-diff.ts";

type Format = (value: number) => string;

/** What one request costs and takes on average: `mean cost $0.002 -> $0.02 (+900 %), time 3 s as before`. */
export function meansText({ cost, seconds: time }: Expected): string {
  const meanText = (label: string, sum: Sum, format: Format): string => {
    const [old, now] = [sum.old, sum.new].map((value) => format(value / sum.requests));
    return sum.requests === 0 ? `${label} not known` : `${label} ${changeText(String(old), String(now), sum)}`;
  };
  return `${meanText("mean cost", cost, dollars)}, ${meanText("time", time, seconds)}`;
}

/** What the requests of a group cost and take, from the least to the most: `cost $0.002 to $0.02 -> $0 each (-100 %)`. */
export function eachText({ cost, seconds: time }: Expected): string {
  const ofSum = (label: string, sum: Sum, format: Format): string => {
    if (sum.range === null) return `${label} not known of both`;
    const [old, now] = [rangeText(sum.range.old, format), rangeText(sum.range.new, format)];
    return `${label} ${changeText(old, now, sum, " each")}`;
  };
  return `${ofSum("cost", cost, dollars)}, ${ofSum("time", time, seconds)}`;
}

/** What one request costs and takes: `$0.002 -> $0.02, 3 s -> ?`. */
export function requestText({ old, new: now }: RequestChange): string {
  const change = (before: number | null, after: number | null, format: Format): string => {
    const [was, is] = [before, after].map((value) => (value === null ? "?" : format(value)));
    return before === after ? String(is) : `${was} -> ${is}`;
  };
  return `${change(old.cost, now.cost, dollars)}, ${change(old.seconds, now.seconds, seconds)}`;
}

function changeText(old: string, now: string, sum: Sum, of = ""): string {
  return sum.old === sum.new && old === now
    ? `${now} as before`
    : `${old} -> ${now}${of}${percentText(sum, " (", ")")}`;
}

function rangeText([least, most]: Range, format: Format): string {
  const [low, high] = [format(least), format(most)];
  return low === high ? low : `${low} to ${high}`;
}

/** The change in per cent between signs, or nothing where there was nothing or nothing changed. */
export function percentText({ old, new: now }: Sum, before = "", after = ""): string {
  if (old === 0 || old === now) return "";
  const percent = ((now - old) / old) * 100;
  const digits = Math.abs(percent) < 1 ? 1 : 0;
  return `${before}${percent > 0 ? "+" : ""}${percent.toFixed(digits)} %${after}`;
}
