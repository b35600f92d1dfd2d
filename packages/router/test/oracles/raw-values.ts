// The raw values of design section 4, straight from a model of the catalog: null where they are unknown.
import type { Model } from "../../src/index.ts";

const isKnown = (value: number | undefined): value is number => value !== undefined && value >= 0 && value <= 1e9;

/** A model's USD for so many tokens. */
export function usdOf(model: Model, inputTokens: number, outputTokens: number): number | null {
  const [input, output] = pricesOf(model, inputTokens);
  switch (model.billing ?? "metered") {
    case "subscription":
      return 0;
    case "metered":
      if (input === undefined || output === undefined || input + output === 0) return null;
      return (inputTokens * input + outputTokens * output) / 1e6;
    default:
      return (inputTokens * (input ?? 0) + outputTokens * (output ?? 0)) / 1e6;
  }
}

/** The prices in force: those of the highest step below the prompt's size, which may leave one to the base price. */
function pricesOf({ cost }: Model, inputTokens: number): (number | undefined)[] {
  const steps = (cost?.tiers ?? []).filter(({ above }) => inputTokens > above);
  const highest = Math.max(...steps.map(({ above }) => above));
  const step = steps.find(({ above }) => above === highest);
  const choose = (stepped: number | undefined, base: number | undefined): number | undefined =>
    [stepped, base].find(isKnown);
  return [choose(step?.input, cost?.input), choose(step?.output, cost?.output)];
}

/** A model's seconds for so many tokens; the profile's 800 ms stand in for an unknown time to the first token. */
export function secondsOf({ speed }: Model, outputTokens: number): number | null {
  const [pace, start] = [speed?.output_tps, speed?.ttft_ms];
  const seconds = (isKnown(start) ? start : 800) / 1e3 + outputTokens / (isKnown(pace) ? pace : 0);
  return seconds === Number.POSITIVE_INFINITY ? null : seconds;
}

/** A model's rating. */
export function ratingOf({ intelligence }: Model): number | null {
  const score = intelligence?.score;
  return isKnown(score) && score <= 100 ? score : null;
}
