import type { Catalog, Model } from "@modelpref/router";
import type { Completion } from "../backends/backend.ts";

/** The weight of the newest answer: ten answers ago counts a tenth. */
const NEWEST = 0.2;
/** Fewer tokens tell more of the network than of the model. */
const FEWEST_TOKENS = 16;
/** Values outside are measuring errors. */
const SLOWEST_TPS = 0.1;
const FASTEST_TPS = 10_000;
const LONGEST_TTFT_MS = 120_000;

/** What was measured of one model. */
type Observed = { output_tps: number; ttft_ms: number };

/** How fast models answered, exponentially weighted; at most one entry a model of the catalog. */
export class ObservedSpeeds {
  readonly #byId = new Map<string, Observed>();
  /** Counts what was learnt. */
  version = 0;

  /**
   * Learns from an answer. A back end that does not say when the first token came gives one figure for the whole: a time to
   * the first token of 0, and the speed of all of it.
   */
  note(id: string, { usage, firstTokenMs = 0 }: Completion, milliseconds: number): void {
    const tokens = usage?.outputTokens ?? 0;
    const seconds = (milliseconds - firstTokenMs) / 1000;
    if (tokens < FEWEST_TOKENS || !(seconds > 0)) return;
    const now = {
      output_tps: Math.min(Math.max(tokens / seconds, SLOWEST_TPS), FASTEST_TPS),
      ttft_ms: Math.min(Math.max(firstTokenMs, 0), LONGEST_TTFT_MS),
    };
    const before = this.#byId.get(id) ?? now;
    this.#byId.set(id, {
      output_tps: mix(before.output_tps, now.output_tps),
      ttft_ms: mix(before.ttft_ms, now.ttft_ms),
    });
    this.version += 1;
  }

  /** The catalog with these speeds in place of its own; what is not in it is forgotten. */
  applyTo(catalog: Catalog): Catalog {
    const ids = new Set(catalog.models.map(({ id }) => id));
    for (const id of this.#byId.keys()) if (!ids.has(id)) this.#byId.delete(id);
    if (this.#byId.size === 0) return catalog;
    // The hash is that of a catalog whose explanations can be replayed; this one is gone in a second.
    return { ...catalog, hash: undefined, models: catalog.models.map((model) => this.#observed(model)) };
  }

  #observed(model: Model): Model {
    const speed = this.#byId.get(model.id);
    return speed === undefined ? model : { ...model, speed: { ...speed, observed: true } };
  }
}

function mix(before: number, now: number): number {
  return before + NEWEST * (now - before);
}
