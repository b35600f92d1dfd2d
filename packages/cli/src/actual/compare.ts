import type { Comparison } from "./report.ts";

/** Collects pairs of predicted and real. */
export class Pairs {
  readonly #ratios: number[] = [];
  #predicted = 0;
  #real = 0;

  /** Notes a pair; one of which a half is unknown, or nothing was predicted, says nothing. */
  note(predicted: number | null | undefined, real: number | null | undefined): void {
    if (predicted == null || real == null || predicted === 0) return;
    this.#ratios.push(real / predicted);
    this.#predicted += predicted;
    this.#real += real;
  }

  /** Null where no pair was noted. */
  compare(): Comparison | null {
    if (this.#ratios.length === 0) return null;
    const sorted = this.#ratios.toSorted((a, b) => a - b);
    const [p10, median, p90] = [0.1, 0.5, 0.9].map((share) => quantile(sorted, share)) as [number, number, number];
    return { calls: sorted.length, predicted: this.#predicted, real: this.#real, p10, median, p90 };
  }
}

/** The value that a share of sorted ones lie below, between two of them where it falls there. */
function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

/** The middle; null of none. */
export function median(values: readonly number[]): number | null {
  return values.length === 0
    ? null
    : quantile(
        values.toSorted((a, b) => a - b),
        0.5,
      );
}
