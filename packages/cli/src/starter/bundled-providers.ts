import type { Model } from "@modelpref/router";
import { LOCAL_HOSTS } from "./answers.ts";

/** A provider of the bundled catalog, and how many of its models are in use. */
export type Provider = { name: string; models: number };

/** The providers among models that people have an account with, by name. */
export function providersOf(models: readonly Model[]): Provider[] {
  const counts = new Map<string, number>();
  for (const { id, provider = id.slice(0, id.indexOf("/")), status, enabled } of models) {
    if (LOCAL_HOSTS.has(provider) || status === "retired" || enabled === false) continue;
    counts.set(provider, (counts.get(provider) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => ({ name, models: count })).sort((a, b) => (a.name < b.name ? -1 : 1));
}
