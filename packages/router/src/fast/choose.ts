import type { Match } from "../explain/explanation.ts";
import type { Weights } from "../policy/weigh.ts";
import type { Choice } from "../router.ts";
import type { View } from "./view.ts";

/** The score of a model in units of 1e-9: exact, since all factors are whole numbers. */
export function scoreAt({ cost, speed, intelligence }: View, weights: Weights, position: number): number {
  return (
    weights.cost * (cost[position] ?? 0) +
    weights.speed * (speed[position] ?? 0) +
    weights.intelligence * (intelligence[position] ?? 0)
  );
}

/** The position with the highest score, the earliest of equal ones; -1 where there is none. */
export function bestOf(winners: Int32Array, view: View, weights: Weights): number {
  let best = -1;
  let highest = Number.NEGATIVE_INFINITY;
  for (const position of winners) {
    const score = scoreAt(view, weights, position);
    if (score > highest) {
      best = position;
      highest = score;
    }
  }
  return best;
}

/** The model at a position as the caller gets it; undefined where there is none. */
export function choiceAt(view: View, weights: Weights, position: number, match: Match | null): Choice | undefined {
  const entry = view.entries[position];
  if (entry === undefined) return undefined;
  return {
    id: entry.id,
    provider: entry.provider,
    model: entry.model,
    match,
    outputShortfall: view.shortfall[position] === 1,
    score: scoreAt(view, weights, position) / 1e9,
    base: (view.base[position] ?? 0) / 1e9,
  };
}
