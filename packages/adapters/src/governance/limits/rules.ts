import { createHash } from "node:crypto";
import { fitsGlob } from "@modelpref/router";
import type { Unit } from "../../cost/amounts.ts";
import type { Charge } from "./store.ts";

/** For whom a limit counts. */
export type Scope = "total" | "server" | "model";

/** The windows of limits, and their milliseconds. */
export const WINDOWS = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

/** A window of limits. */
export type Window = keyof typeof WINDOWS;

/** One limit as the user set it: for whoever of the scope the glob fits, each by itself. */
export type Rule = { scope: Scope; glob: string; unit: Unit; window: Window; limit: number };

/** A limit of one counter. */
export type Limit = Omit<Charge, "amount"> & Pick<Rule, "scope" | "unit" | "window">;

/** Who calls what. */
export type Names = { server: string; model: string };

/** The limits that a call counts against, one for each counter: the smallest that fits. */
export function limitsFor(rules: readonly Rule[], { server, model }: Names): Limit[] {
  const limits = new Map<string, Limit>();
  const names = { total: "", server, model };
  const hashes = { total: "", server: `:${hashOf(server)}`, model: `:${hashOf(model)}` };
  for (const { scope, glob, unit, window, limit } of rules) {
    if (!fitsGlob(names[scope], glob)) continue;
    const counter = `${scope}${hashes[scope]}:${unit}:${window}`;
    const smallest = Math.min(limit, limits.get(counter)?.limit ?? limit);
    limits.set(counter, { counter, scope, unit, window, windowMs: WINDOWS[window], limit: smallest });
  }
  return [...limits.values()];
}

/** Names in a shared store are nobody's business, and may hold any character. */
function hashOf(name: string): string {
  return createHash("sha256").update(name).digest("base64url").slice(0, 22);
}
