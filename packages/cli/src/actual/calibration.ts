import type { ModelReport } from "./report.ts";

/** Fewer calls are no reason to change a catalog. */
const FEWEST_CALLS = 20;
/** The catalog may be off by a fifth. */
const TOLERATED = 0.2;

/** What a catalog could say of a model's speed, as it was measured; undefined where what it says will do. */
export function betterSpeed({ measured, catalog }: ModelReport): { output_tps: number; ttft_ms?: number } | undefined {
  const { calls, output_tps, ttft_ms } = measured;
  if (catalog === null || output_tps === null || calls < FEWEST_CALLS) return undefined;
  const isOff = catalog.output_tps === null || Math.abs(output_tps / catalog.output_tps - 1) > TOLERATED;
  if (!isOff) return undefined;
  const rounded = Number(output_tps.toPrecision(2));
  return { output_tps: rounded, ...(ttft_ms === null ? {} : { ttft_ms: Math.round(ttft_ms) }) };
}
