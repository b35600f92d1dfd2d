import { createHash } from "node:crypto";
import { fitsGlob } from "@modelpref/router";
import { type Amounts, MOST, type Unit } from "./amounts.ts";
import type { Charge } from "./store.ts";

/** For whom a limit counts. */
export type Scope = "total" | "server" | "model";

/** The windows of limits, and their milliseconds. */
export const WINDOWS = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

/** A window of limits. */
export type Window = keyof typeof WINDOWS;

/** One limit as the user set it: for whoever of the scope the glob fits, each by itself. */
export type Rule = { scope: Scope; glob: string; unit: Unit; window: Window; limit: number };

/** A charge, and what it is for. */
export type NamedCharge = Charge & Pick<Rule, "scope" | "unit" | "window">;

/** Who calls what. */
export type Names = { server: string; model: string };

/** What a call counts against: one charge for each counter, with the smallest limit that fits. */
export function chargesOf(rules: readonly Rule[], { server, model }: Names, amounts: Amounts): NamedCharge[] {
  const charges = new Map<string, NamedCharge>();
  const names = { total: "", server, model };
  const hashes = { total: "", server: `:${hashOf(server)}`, model: `:${hashOf(model)}` };
  for (const { scope, glob, unit, window, limit } of rules) {
    if (!fitsGlob(names[scope], glob)) continue;
    const counter = `${scope}${hashes[scope]}:${unit}:${window}`;
    const smaller = Math.min(limit, charges.get(counter)?.limit ?? limit);
    const amount = amounts[unit] ?? MOST;
    charges.set(counter, { counter, scope, unit, window, windowMs: WINDOWS[window], limit: smaller, amount });
  }
  return [...charges.values()];
}

/** Names in a shared store are nobody's business, and may hold any character. */
function hashOf(name: string): string {
  return createHash("sha256").update(name).digest("base64url").slice(0, 22);
}
